/** The switch between light, dark and the system's own choice; remembered on this device only. */
const KEY = 'civic-demo-theme';
const CHOICES = ['light', 'dark', 'auto'] as const;
type Choice = (typeof CHOICES)[number];

function isChoice(value: unknown): value is Choice {
  return CHOICES.some((choice) => choice === value);
}

/** What was chosen last; `auto` where nothing was, or where the browser keeps nothing for this page. */
function remembered(): Choice {
  try {
    const value = localStorage.getItem(KEY);
    return isChoice(value) ? value : 'auto';
  } catch {
    return 'auto';
  }
}

function remember(choice: Choice): void {
  try {
    localStorage.setItem(KEY, choice);
  } catch {
    // Storage may be switched off: the choice then lasts as long as the page.
  }
}

function apply(choice: Choice): void {
  if (choice === 'auto') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = choice;
}

const chosen = remembered();
apply(chosen);

const control = document.querySelector<HTMLFieldSetElement>('.theme');
for (const radio of control?.querySelectorAll<HTMLInputElement>('input[name="theme"]') ?? []) {
  radio.checked = radio.value === chosen;
  radio.addEventListener('change', () => {
    if (!isChoice(radio.value)) return;
    apply(radio.value);
    remember(radio.value);
  });
}
if (control) control.hidden = false;
