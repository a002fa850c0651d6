import { mount } from 'svelte';
import 'civic-widgets/civic-directive-viewer.js';
import 'civic-widgets/civic-feed.js';
import 'civic-widgets/civic-news-list.js';
import 'civic-widgets/types/svelte.js';
import Page from './Page.svelte';

const target = document.querySelector('#app');
if (target) mount(Page, { target });
