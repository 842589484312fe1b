import type { ComponentChildren } from "preact";
import { useContext } from "preact/hooks";
import type { Assets } from "../assets.ts";
import { ENGLISH, PageLanguageContext } from "../messages/language.tsx";
import { AskForm } from "./ask-form.tsx";
import { Disclaimer } from "./disclaimer.tsx";

interface LayoutProps {
  readonly title: string;
  readonly assets: Pick<Assets, "style" | "script" | "identifierWords">;
  /** A style sheet that only these pages need. */
  readonly furtherStyle?: string;
  /** A script that only this page needs. */
  readonly furtherScript?: string | undefined;
  /** Pages without a board's approval, and all that hold a reader's own words, stay out of search engines. */
  readonly index: boolean;
  /** The page has an ask box of its own. */
  readonly ownAskBox?: boolean;
  /** Every word of the page comes from the catalogue. A page whose words are in English alone says so to readers of other languages. */
  readonly translated?: boolean;
  readonly children: ComponentChildren;
}

/** The frame of every page: head, skip link, header with the ask box, content, disclaimer. */
export function Layout({
  title,
  assets,
  index,
  furtherStyle,
  furtherScript,
  ownAskBox = false,
  translated = false,
  children,
}: LayoutProps) {
  const { language } = useContext(PageLanguageContext);
  const { layout: words, script } = language.messages;
  return (
    <html lang={language.tag} dir={language.dir}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {index ? null : <meta name="robots" content="noindex" />}
        <title>{title === "Wellspring" ? title : `${title} · Wellspring`}</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="alternate" type="application/atom+xml" href="/feed.atom" title={words.feedTitle} />
        <link rel="stylesheet" href={assets.style} />
        {furtherStyle === undefined ? null : <link rel="stylesheet" href={furtherStyle} />}
        <script type="module" src={assets.script} />
        {furtherScript === undefined ? null : <script type="module" src={furtherScript} />}
      </head>
      <body data-identifier-words={assets.identifierWords} data-words={JSON.stringify(script)}>
        <a class="skip" href="#main">
          {words.skip}
        </a>
        <header class="site-header">
          <a class="brand" href="/">
            <BrandMark />
            <span class="brand-name">Wellspring</span>
          </a>
          {ownAskBox ? null : (
            <search>
              <AskForm compact />
            </search>
          )}
          <button type="button" class="button site-menu" popovertarget="site-nav">
            {words.menu}
          </button>
          <nav id="site-nav" aria-label={words.site} popover="auto">
            <a href="/#topics">{words.topics}</a>
            <a href="/sources">{words.sources}</a>
            <a href="/editorial-policy">{words.policy}</a>
          </nav>
        </header>
        <main id="main" lang={translated ? undefined : ENGLISH.tag}>
          <LanguageNote translated={translated} />
          {translated ? (
            children
          ) : (
            <PageLanguageContext.Provider value={{ language: ENGLISH, others: [] }}>
              {children}
            </PageLanguageContext.Provider>
          )}
        </main>
        <footer class="site-footer">
          <Disclaimer />
          <LanguageLinks />
        </footer>
      </body>
    </html>
  );
}

/** What of the page is not in the reader's language; nothing falls back to English in silence. */
function LanguageNote({ translated }: { readonly translated: boolean }) {
  const { language } = useContext(PageLanguageContext);
  const { clinicalTextsNote, pageNote } = language.messages.layout;
  const note = translated ? clinicalTextsNote : pageNote;
  return note === "" ? null : (
    <p class="language-note" lang={language.tag}>
      {note}
    </p>
  );
}

/** This page in the other languages, each named by itself. */
function LanguageLinks() {
  const { language, others } = useContext(PageLanguageContext);
  if (others.length === 0) return null;
  return (
    <nav class="languages" aria-label={language.messages.layout.language}>
      {others.map(({ language: { tag, name }, href }) => (
        <a key={tag} class="language-link" href={href} lang={tag} hreflang={tag}>
          {name}
        </a>
      ))}
    </nav>
  );
}

function BrandMark() {
  return (
    <svg class="brand-mark" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
      <path d="M12 2.5c3.6 4.6 6 7.9 6 11a6 6 0 0 1-12 0c0-3.1 2.4-6.4 6-11Z" />
      <path class="brand-wave" d="M8.5 14.5c1.2 1 2.3 1 3.5 0s2.3-1 3.5 0" />
    </svg>
  );
}
