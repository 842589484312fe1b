import MarkdownIt from "markdown-it";
import type { Assets } from "../assets.ts";
import { DeskFrame } from "./desk-frame.tsx";
import type { Visitor } from "./visitor.ts";

const markdown = new MarkdownIt({ html: false });

interface DiagnosticPageProps {
  readonly assets: Assets;
  readonly visitor: Visitor;
  readonly code: string;
  /** Its page in docs/diagnostics, whose first line is the code. */
  readonly text: string;
}

/** What a diagnostic means: what to avoid, what to prefer, and why. */
export function DiagnosticPage({ assets, visitor, code, text }: DiagnosticPageProps) {
  const html = markdown.render(text.replace(/^# .*\n/, ""));
  return (
    <DeskFrame title={code} assets={assets} visitor={visitor}>
      <h1>
        <code>{code}</code>
      </h1>
      {/* Written by us and rendered without any markup of its own. */}
      <div class="diagnostic-page" dangerouslySetInnerHTML={{ __html: html }} />
    </DeskFrame>
  );
}
