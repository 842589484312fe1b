import type { ComponentChildren } from "preact";
import type { Assets } from "../assets.ts";
import { AskForm } from "../components/ask-form.tsx";
import { Layout } from "../components/layout.tsx";

interface MessagePageProps {
  readonly assets: Assets;
  readonly title: string;
  readonly message: ComponentChildren;
  /** Where else to look. */
  readonly links?: readonly { readonly href: string; readonly label: string; readonly lang?: string }[];
  readonly translated?: boolean;
}

/** A page that says what went wrong and leads on: nothing here, not offered, a fault of ours. */
export function MessagePage({ assets, title, message, links = [], translated = false }: MessagePageProps) {
  return (
    <Layout title={title} assets={assets} index={false} ownAskBox translated={translated}>
      <div class="page page-alone">
        <h1>{title}</h1>
        <p class="lede">{message}</p>
        {links.length === 0 ? null : (
          <ul class="message-links">
            {links.map((link) => (
              <li key={link.href}>
                <a href={link.href} lang={link.lang}>
                  {link.label}
                </a>
              </li>
            ))}
          </ul>
        )}
        <search>
          <AskForm />
        </search>
      </div>
    </Layout>
  );
}
