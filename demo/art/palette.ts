/** The colours of the demo's art: lacquer red, gold, rice green, indigo, lotus pink, terracotta. */
export const son = { 900: '#4f0911', 800: '#6b0e18', 700: '#8a1420', 600: '#a81d29', 500: '#c5313a' };
export const gold = {
  700: '#a8690f',
  600: '#c98a1b',
  500: '#e3a72f',
  400: '#f2be4a',
  300: '#f8d483',
  200: '#fbe6b4',
  100: '#fff3d6',
};
export const leaf = {
  900: '#0f3327',
  800: '#184737',
  700: '#246049',
  600: '#357d58',
  500: '#5a9f62',
  400: '#8fc276',
  300: '#c1dea0',
  200: '#e3f0cf',
};
export const lam = {
  900: '#0a2639',
  800: '#0f3750',
  700: '#164d6b',
  600: '#226888',
  500: '#458fab',
  400: '#83bacb',
  300: '#bcdce4',
  200: '#e0f0f2',
};
export const sen = {
  800: '#7c2140',
  700: '#a33355',
  600: '#c75275',
  500: '#e07b96',
  400: '#efa4b6',
  300: '#f7cbd4',
  200: '#fdeaec',
};
export const dat = { 800: '#6f2b14', 700: '#94401f', 600: '#b95428', 500: '#d5713e', 400: '#e9a06c', 300: '#f5cfae' };
export const skin = { 700: '#a8683f', 500: '#cf9062', 300: '#eab98d' };
export const cream = '#fff8ea';
export const white = '#ffffff';
export const ink = '#2b1512';
