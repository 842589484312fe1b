import type { ComponentChildren } from "preact";
import type { Assets } from "../assets.ts";
import { useMessages } from "../messages/language.tsx";
import { AskForm } from "./ask-form.tsx";
import { Disclaimer } from "./disclaimer.tsx";

interface LayoutProps {
  readonly title: string;
  readonly assets: Pick<Assets, "style" | "script" | "identifierWords">;
  /** A style sheet that only these pages need. */
  readonly furtherStyle?: string;
  /** Pages without a board's approval, and all that hold a reader's own words, stay out of search engines. */
  readonly index: boolean;
  /** The page has an ask box of its own. */
  readonly ownAskBox?: boolean;
  readonly children: ComponentChildren;
}

/** The frame of every page: head, skip link, header with the ask box, content, disclaimer. */
export function Layout({ title, assets, index, furtherStyle, ownAskBox = false, children }: LayoutProps) {
  const { script } = useMessages();
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {index ? null : <meta name="robots" content="noindex" />}
        <title>{title === "Wellspring" ? title : `${title} · Wellspring`}</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="alternate" type="application/atom+xml" href="/feed.atom" title="What has changed" />
        <link rel="stylesheet" href={assets.style} />
        {furtherStyle === undefined ? null : <link rel="stylesheet" href={furtherStyle} />}
        <script type="module" src={assets.script} />
      </head>
      <body data-identifier-words={assets.identifierWords} data-words={JSON.stringify(script)}>
        <a class="skip" href="#main">
          Skip to content
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
            Menu
          </button>
          <nav id="site-nav" aria-label="Site" popover="auto">
            <a href="/#topics">Topics</a>
            <a href="/sources">Sources</a>
            <a href="/editorial-policy">Editorial policy</a>
          </nav>
        </header>
        <main id="main">{children}</main>
        <footer class="site-footer">
          <Disclaimer />
        </footer>
      </body>
    </html>
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
