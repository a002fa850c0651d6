import { provideZonelessChangeDetection } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import 'civic-widgets/civic-directive-viewer.js';
import 'civic-widgets/civic-feed.js';
import 'civic-widgets/civic-news-list.js';
import { Page } from './page';

void bootstrapApplication(Page, { providers: [provideZonelessChangeDetection()] });
