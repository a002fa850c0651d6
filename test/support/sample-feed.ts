/** A small valid feed for browser tests, as the test server sends it; its words say that they are a sample. */
export function sampleFeed(items: number, rest: object = {}) {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Bản tin mẫu',
    language: 'vi',
    items: [...Array(items).keys()].map((index) => ({
      id: `mau-${index + 1}`,
      url: `https://example.org/tin/${index + 1}`,
      title: `Tin mẫu số ${index + 1}`,
      date_published: `2024-03-${String((index % 28) + 1).padStart(2, '0')}T08:00:00+07:00`,
    })),
    ...rest,
  };
}
