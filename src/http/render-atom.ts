import type { Topic } from "../library/model/topic.ts";
import type { ReviewNews } from "../review/reader/list-news.ts";

const TITLES: Readonly<Record<ReviewNews["kind"], string>> = {
  published: "published",
  confirmed: "confirmed unchanged",
  corrected: "emergency correction",
  flagged: "flagged",
  withdrawn: "withdrawn",
};
/** Before anything has happened a feed still has a date (RFC 4287, 4.2.15). */
const NO_NEWS = "1970-01-01T00:00:00.000Z";
const MOST_ENTRIES = 200;

/** What has happened to the topics as an Atom feed (RFC 4287). Links are relative to the feed's own address. */
export function renderAtom(news: readonly ReviewNews[], topics: ReadonlyMap<string, Topic>): string {
  const entries = news.slice(0, MOST_ENTRIES).map((one) => renderEntry(one, topics.get(one.topic)?.title ?? one.topic));
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>urn:wellspring:feed</id>
<title>Wellspring: what has changed</title>
<author><name>Wellspring</name></author>
<link rel="self" href="/feed.atom"/>
<updated>${news[0]?.date ?? NO_NEWS}</updated>
${entries.join("\n")}
</feed>
`;
}

function renderEntry({ id, topic, kind, date, edition, reason }: ReviewNews, title: string): string {
  const about = edition === null ? TITLES[kind] : `edition ${edition} ${TITLES[kind]}`;
  return `<entry>
<id>urn:wellspring:${escapeXml(id)}</id>
<title>${escapeXml(`${title}: ${about}`)}</title>
<link rel="alternate" href="/topics/${topic}${kind === "withdrawn" ? "" : "/editions"}"/>
<updated>${date}</updated>
<summary>${escapeXml(reason ?? about)}</summary>
</entry>`;
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
