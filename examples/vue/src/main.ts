import { createApp } from 'vue';
import 'civic-widgets/civic-directive-viewer.js';
import 'civic-widgets/civic-feed.js';
import 'civic-widgets/civic-news-list.js';
import 'civic-widgets/types/vue.js';
import Page from './Page.vue';

createApp(Page).mount('#app');
