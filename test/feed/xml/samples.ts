/**
 * One feed of each system that Vietnamese portals run on, written after the documented shape of what it emits; the
 * words are plainly samples. All have the same two items.
 */
const HTML = '<p>Nội dung <b>mẫu</b> số 1.</p><img src="https://cms.example/anh-1.jpg" width="300">';
const escaped = HTML.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

export const WORDPRESS = `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"
	xmlns:content="http://purl.org/rss/1.0/modules/content/"
	xmlns:wfw="http://wellformedweb.org/CommentAPI/"
	xmlns:dc="http://purl.org/dc/elements/1.1/"
	xmlns:atom="http://www.w3.org/2005/Atom"
	xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"
	xmlns:slash="http://purl.org/rss/1.0/modules/slash/"
	>
<channel>
	<title>Trang mẫu</title>
	<atom:link href="https://cms.example/feed/" rel="self" type="application/rss+xml" />
	<link>https://cms.example</link>
	<description>Bản tin mẫu</description>
	<lastBuildDate>Fri, 01 Mar 2024 01:00:00 +0000</lastBuildDate>
	<language>vi</language>
	<sy:updatePeriod>hourly</sy:updatePeriod>
	<generator>https://wordpress.org/?v=6.8</generator>
<image>
	<url>https://cms.example/icon.png</url>
	<title>Trang mẫu</title>
	<link>https://cms.example</link>
</image>
	<item>
		<title>Tin mẫu số 1 &#8211; có dấu gạch</title>
		<link>https://cms.example/tin-1/</link>
		<comments>https://cms.example/tin-1/#respond</comments>
		<dc:creator><![CDATA[Ban biên tập]]></dc:creator>
		<pubDate>Fri, 01 Mar 2024 01:00:00 +0000</pubDate>
		<category><![CDATA[Tin mẫu]]></category>
		<category><![CDATA[Thi đua &amp; khen thưởng]]></category>
		<guid isPermaLink="false">https://cms.example/?p=1</guid>
		<description><![CDATA[Tóm tắt mẫu [&#8230;]]]></description>
		<content:encoded><![CDATA[${HTML}]]></content:encoded>
		<wfw:commentRss>https://cms.example/tin-1/feed/</wfw:commentRss>
		<slash:comments>0</slash:comments>
	</item>
	<item>
		<title>Tin mẫu số 2</title>
		<link>https://cms.example/tin-2/</link>
		<dc:creator><![CDATA[Ban biên tập]]></dc:creator>
		<pubDate>Thu, 29 Feb 2024 01:00:00 +0000</pubDate>
		<guid isPermaLink="false">https://cms.example/?p=2</guid>
		<description><![CDATA[Tóm tắt mẫu]]></description>
	</item>
</channel>
</rss>`;

export const JOOMLA = `<?xml version="1.0" encoding="utf-8"?>
<!-- generator="Joomla! - Open Source Content Management" -->
<feed xmlns="http://www.w3.org/2005/Atom"  xml:lang="vi-vn">
	<title type="text">Trang mẫu</title>
	<subtitle type="text">Bản tin mẫu</subtitle>
	<link rel="alternate" type="text/html" href="https://cms.example"/>
	<id>https://cms.example/index.php</id>
	<updated>2024-03-01T08:00:00+07:00</updated>
	<generator uri="https://www.joomla.org">Joomla! - Open Source Content Management</generator>
	<link rel="self" type="application/atom+xml" href="https://cms.example/index.php?format=feed&amp;type=atom"/>
	<entry>
		<title>Tin mẫu số 1 – có dấu gạch</title>
		<link rel="alternate" type="text/html" href="https://cms.example/tin-1/"/>
		<published>2024-03-01T08:00:00+07:00</published>
		<updated>2024-03-01T09:00:00+07:00</updated>
		<id>https://cms.example/tin-1/</id>
		<author>
			<name>Ban biên tập</name>
			<email>bbt@cms.example</email>
		</author>
		<summary type="html">${escaped}</summary>
		<category term="Tin mẫu" label="Tin mẫu" />
	</entry>
	<entry>
		<title>Tin mẫu số 2</title>
		<link rel="alternate" type="text/html" href="https://cms.example/tin-2/"/>
		<published>2024-02-29T08:00:00+07:00</published>
		<updated>2024-02-29T08:00:00+07:00</updated>
		<id>https://cms.example/tin-2/</id>
		<author><name>Ban biên tập</name></author>
		<summary type="html">&lt;p&gt;Tóm tắt mẫu&lt;/p&gt;</summary>
	</entry>
</feed>`;

export const DRUPAL = `<?xml version="1.0" encoding="utf-8"?>
<rss xmlns:dc="http://purl.org/dc/elements/1.1/" version="2.0" xml:base="https://cms.example/">
  <channel>
    <title>Trang mẫu</title>
    <link>https://cms.example/</link>
    <description>Bản tin mẫu</description>
    <language>vi</language>
    <item>
      <title>Tin mẫu số 1 – có dấu gạch</title>
      <link>https://cms.example/tin-1/</link>
      <description>${escaped.replace('https://cms.example/anh', '/anh')}</description>
      <pubDate>Fri, 01 Mar 2024 01:00:00 +0000</pubDate>
      <dc:creator>Ban biên tập</dc:creator>
      <guid isPermaLink="false">1 at https://cms.example</guid>
    </item>
    <item>
      <title>Tin mẫu số 2</title>
      <link>https://cms.example/tin-2/</link>
      <description>Tóm tắt mẫu</description>
      <pubDate>Thu, 29 Feb 2024 01:00:00 +0000</pubDate>
      <dc:creator>Ban biên tập</dc:creator>
      <guid isPermaLink="false">2 at https://cms.example</guid>
    </item>
  </channel>
</rss>`;

export const LIFERAY = `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <title>Trang mẫu</title>
  <link rel="self" href="https://cms.example/web/guest/tin/-/asset_publisher/rss" />
  <subtitle>Bản tin mẫu</subtitle>
  <id>https://cms.example/web/guest/tin/-/asset_publisher/rss</id>
  <updated>2024-03-01T01:00:00Z</updated>
  <dc:date>2024-03-01T01:00:00Z</dc:date>
  <entry>
    <title>Tin mẫu số 1 – có dấu gạch</title>
    <link rel="alternate" href="https://cms.example/tin-1/" />
    <author>
      <name>Ban biên tập</name>
    </author>
    <id>https://cms.example/tin-1/</id>
    <updated>2024-03-01T01:00:00Z</updated>
    <published>2024-03-01T01:00:00Z</published>
    <summary type="html">${escaped}</summary>
    <dc:creator>Ban biên tập</dc:creator>
    <dc:date>2024-03-01T01:00:00Z</dc:date>
  </entry>
  <entry>
    <title>Tin mẫu số 2</title>
    <link rel="alternate" href="https://cms.example/tin-2/" />
    <author><name>Ban biên tập</name></author>
    <id>https://cms.example/tin-2/</id>
    <updated>2024-02-29T01:00:00Z</updated>
    <published>2024-02-29T01:00:00Z</published>
    <summary type="html">Tóm tắt mẫu</summary>
  </entry>
</feed>`;

export const SHAREPOINT = `<?xml version="1.0" encoding="UTF-8"?>
<!--RSS generated by Microsoft SharePoint Foundation RSS Generator on 3/1/2024 8:00:00 AM -->
<?xml-stylesheet type="text/xsl" href="/_layouts/15/RssXslt.aspx?List=mau" version="1.0"?>
<rss version="2.0">
  <channel>
    <title>Trang mẫu</title>
    <link>https://cms.example/Lists/Tin/AllItems.aspx</link>
    <description>Bản tin mẫu</description>
    <lastBuildDate>Fri, 01 Mar 2024 01:00:00 GMT</lastBuildDate>
    <generator>Microsoft SharePoint Foundation RSS Generator</generator>
    <ttl>60</ttl>
    <language>vi-VN</language>
    <image>
      <title>Trang mẫu</title>
      <url>/_layouts/15/images/siteIcon.png</url>
      <link>https://cms.example/Lists/Tin/AllItems.aspx</link>
    </image>
    <item>
      <title>Tin mẫu số 1 – có dấu gạch</title>
      <link>https://cms.example/tin-1/</link>
      <description><![CDATA[<div><b>Nội dung:</b> ${HTML}</div>]]></description>
      <author>Ban biên tập</author>
      <pubDate>Fri, 01 Mar 2024 01:00:00 GMT</pubDate>
      <guid isPermaLink="true">https://cms.example/tin-1/</guid>
    </item>
    <item>
      <title>Tin mẫu số 2</title>
      <link>https://cms.example/tin-2/</link>
      <description><![CDATA[<div><b>Nội dung:</b> Tóm tắt mẫu</div>]]></description>
      <author>Ban biên tập</author>
      <pubDate>Thu, 29 Feb 2024 01:00:00 GMT</pubDate>
      <guid isPermaLink="true">https://cms.example/tin-2/</guid>
    </item>
  </channel>
</rss>`;

export const DNN = `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:trackback="http://madskills.com/public/xml/rss/module/trackback/" xmlns:wfw="http://wellformedweb.org/CommentAPI/" xmlns:slash="http://purl.org/rss/1.0/modules/slash/">
  <channel>
    <title>Trang mẫu</title>
    <link>https://cms.example</link>
    <description>RSS feeds for Trang mẫu</description>
    <ttl>60</ttl>
    <item>
      <comments>https://cms.example/tin-1/#Comments</comments>
      <slash:comments>0</slash:comments>
      <title>Tin mẫu số 1 – có dấu gạch</title>
      <link>https://cms.example/tin-1/</link>
      <description>${escaped.replace(/&lt;/g, '&amp;lt;').replace(/&gt;/g, '&amp;gt;')}</description>
      <dc:creator>Ban biên tập</dc:creator>
      <pubDate>Fri, 01 Mar 2024 01:00:00 GMT</pubDate>
      <guid isPermaLink="false">f1397696-738c-4295-afcd-943feb885714:1</guid>
    </item>
    <item>
      <title>Tin mẫu số 2</title>
      <link>https://cms.example/tin-2/</link>
      <description>Tóm tắt mẫu</description>
      <dc:creator>Ban biên tập</dc:creator>
      <pubDate>Thu, 29 Feb 2024 01:00:00 GMT</pubDate>
      <guid isPermaLink="false">f1397696-738c-4295-afcd-943feb885714:2</guid>
    </item>
  </channel>
</rss>`;

export const SYSTEMS = { WORDPRESS, JOOMLA, DRUPAL, LIFERAY, SHAREPOINT, DNN };
