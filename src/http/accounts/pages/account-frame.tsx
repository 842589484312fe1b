import type { ComponentChildren } from "preact";
import type { Diagnostic } from "../../../kernel/diagnostic.ts";
import type { Assets } from "../../assets.ts";
import { Layout } from "../../components/layout.tsx";

interface AccountFrameProps {
  readonly assets: Assets;
  readonly title: string;
  /** Why what was sent was not done. */
  readonly faults?: readonly Diagnostic[];
  readonly children: ComponentChildren;
}

/** The frame of all pages under `/account`: one column, and first of all what went wrong. */
export function AccountFrame({ assets, title, faults = [], children }: AccountFrameProps) {
  return (
    <Layout title={title} assets={assets} index={false}>
      <div class="page page-alone account">
        <h1>{title}</h1>
        {faults.length === 0 ? null : (
          <ul class="account-faults" role="alert">
            {faults.map(({ code, message, help }) => (
              <li key={code}>
                {sentence(message)} {sentence(help)}
              </li>
            ))}
          </ul>
        )}
        {children}
      </div>
    </Layout>
  );
}

/** A message of a diagnostic as a sentence on a page. */
function sentence(words: string): string {
  const plain = words.replaceAll("`", "");
  return `${plain.charAt(0).toUpperCase()}${plain.slice(1)}.`;
}
