import { unreachable } from "../../kernel/result.ts";
import type { CodeReply } from "../../review/reader/find-code.ts";
import type { Assets } from "../assets.ts";
import { ChangeList } from "../components/change-list.tsx";
import { Layout } from "../components/layout.tsx";
import { dateWords } from "../components/words.ts";

interface CodePageProps {
  readonly assets: Assets;
  readonly typed: string;
  readonly reply: CodeReply;
}

/** What has become of the text on somebody's paper: current, changed since, or withdrawn. */
export function CodePage({ assets, typed, reply }: CodePageProps) {
  return (
    <Layout title="Look up a code" assets={assets} index={false}>
      <div class="page page-alone code-reply">
        <p class="kicker">{reply.kind === "mistyped" ? "Code" : `Code ${reply.code}`}</p>
        <Reply reply={reply} />
        <form action="/code" method="get">
          <label for="code">Code on a copy or print</label>
          <input id="code" type="text" name="code" value={typed} autocomplete="off" spellcheck={false} maxLength={20} />
          <button type="submit" class="button">
            Look it up
          </button>
        </form>
      </div>
    </Layout>
  );
}

function Reply({ reply }: { readonly reply: CodeReply }) {
  switch (reply.kind) {
    case "mistyped":
      return (
        <>
          <h1>Type the code on your copy</h1>
          <p>
            Ten letters and digits, as in 4F9KD-2M7Q1. What was typed, if anything, is not such a code: compare it sign
            by sign.
          </p>
        </>
      );
    case "unknown":
      return (
        <>
          <h1>This server has never shown a text with this code</h1>
          <p>The copy may come from another server. Do not rely on it without asking there.</p>
        </>
      );
    case "withdrawn":
      return (
        <>
          <h1>Withdrawn: do not use this copy</h1>
          <p>
            {reply.topic.title} was withdrawn on {dateWords(reply.tombstone.recorded)}: {reply.tombstone.reason}
          </p>
          <ToTopic reply={reply} />
        </>
      );
    case "current":
      return (
        <>
          <h1>Current: this is the text as it is shown now</h1>
          <Status reply={reply} />
          <ToTopic reply={reply} />
        </>
      );
    case "changed":
      return (
        <>
          <h1>Changed since: do not use this copy without looking at what is other now</h1>
          <Status reply={reply} />
          <ToTopic reply={reply} />
          <h2>What is other now</h2>
          <ChangeList changes={reply.changes} />
        </>
      );
    default:
      return unreachable(reply);
  }
}

function Status({
  reply: { topic, status },
}: {
  readonly reply: CodeReply & { readonly kind: "current" | "changed" };
}) {
  return (
    <>
      <p>
        {topic.title}. Status of the text with this code: <strong class="status-word">{status.status}</strong>
      </p>
      {status.caution === null ? null : <p class="caution">{status.caution}</p>}
    </>
  );
}

function ToTopic({
  reply,
}: {
  readonly reply: CodeReply & { readonly topic: { readonly slug: string; readonly title: string } };
}) {
  return (
    <p>
      <a class="button" href={`/topics/${reply.topic.slug}`}>
        {reply.topic.title}
      </a>
    </p>
  );
}
