import { Component, CUSTOM_ELEMENTS_SCHEMA, signal, viewChild, type ElementRef } from '@angular/core';
import type { CivicErrorEvent, CivicLoadEvent, CivicOpenEvent, NewsList } from 'civic-widgets';

@Component({
  selector: 'app-page',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <civic-feed src="portal.json" (civic-error)="failed($event)">
      <civic-news-list
        #list
        [limit]="limit()"
        [newDays]="0"
        heading-level="3"
        by-day
        (civic-load)="loaded($event)"
      >
        <a href="/tin-tuc">Tin tức</a>
      </civic-news-list>
      <civic-directive-viewer page-size="5" view="auto" (civic-open)="open($event)"></civic-directive-viewer>
      <output>{{ seen() }}</output>
      <output>{{ opened() }}</output>
      <button (click)="limit.set(2)">Thêm</button>
      <button (click)="reload()">Tải lại</button>
    </civic-feed>
  `,
})
export class Page {
  readonly seen = signal('');
  readonly opened = signal('');
  readonly limit = signal(1);
  readonly list = viewChild.required<ElementRef<NewsList>>('list');

  failed({ error }: CivicErrorEvent): void {
    this.seen.set(error.code);
  }

  loaded({ feed }: CivicLoadEvent): void {
    this.seen.set(`${feed.title}: ${feed.items.length}`);
  }

  open({ item }: CivicOpenEvent): void {
    this.opened.set(item.title ?? '');
  }

  reload(): void {
    void this.list().nativeElement.reload();
  }
}
