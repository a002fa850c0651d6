import { StrictMode, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { NewsList } from 'civic-widgets';
import 'civic-widgets/civic-directive-viewer.js';
import 'civic-widgets/civic-feed.js';
import 'civic-widgets/civic-news-list.js';
import 'civic-widgets/types/react.js';

function Page() {
  const [seen, setSeen] = useState('');
  const [opened, setOpened] = useState('');
  const [limit, setLimit] = useState(1);
  const list = useRef<NewsList>(null);
  return (
    <civic-feed src="portal.json" oncivic-error={({ error }) => setSeen(error.code)}>
      <civic-news-list
        ref={list}
        limit={limit}
        newDays={0}
        heading-level={3}
        byDay
        oncivic-load={({ feed }) => setSeen(`${feed.title}: ${feed.items.length}`)}
      >
        <a href="/tin-tuc">Tin tức</a>
      </civic-news-list>
      <civic-directive-viewer
        page-size={5}
        view="auto"
        oncivic-open={({ item }) => setOpened(item.title ?? '')}
      ></civic-directive-viewer>
      <output>{seen}</output>
      <output>{opened}</output>
      <button onClick={() => setLimit(2)}>Thêm</button>
      <button onClick={() => void list.current?.reload()}>Tải lại</button>
    </civic-feed>
  );
}

const root = document.querySelector('#app');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Page />
    </StrictMode>,
  );
}
