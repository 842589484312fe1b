import { unreachable } from "../../kernel/result.ts";
import type { CodeReply } from "../../review/reader/find-code.ts";
import type { Assets } from "../assets.ts";
import { ChangeList } from "../components/change-list.tsx";
import { Layout } from "../components/layout.tsx";
import { useMessages } from "../messages/language.tsx";

interface CodePageProps {
  readonly assets: Assets;
  readonly typed: string;
  readonly reply: CodeReply;
}

/** What has become of the text on somebody's paper: current, changed since, or withdrawn. */
export function CodePage({ assets, typed, reply }: CodePageProps) {
  const { code: words, status } = useMessages();
  return (
    <Layout title={words.title} assets={assets} index={false} translated>
      <div class="page page-alone code-reply">
        <p class="kicker">
          {status.code} {reply.kind === "mistyped" ? null : <code>{reply.code}</code>}
        </p>
        <Reply reply={reply} typed={typed} />
        <form action="/code" method="get">
          <label for="code">{words.label}</label>
          <input id="code" type="text" name="code" value={typed} autocomplete="off" spellcheck={false} maxLength={20} />
          <button type="submit" class="button">
            {words.button}
          </button>
        </form>
      </div>
    </Layout>
  );
}

function Reply({ reply, typed }: Omit<CodePageProps, "assets">) {
  const { code: words, date } = useMessages();
  switch (reply.kind) {
    case "mistyped":
      return (
        <>
          <h1>{words.mistyped}</h1>
          <p>
            {words.shape}
            {typed === "" ? "" : ` ${words.mistypedWhy}`}
          </p>
        </>
      );
    case "unknown":
      return (
        <>
          <h1>{words.unknown}</h1>
          <p>{words.unknownWhy}</p>
        </>
      );
    case "withdrawn":
      return (
        <>
          <h1>{words.withdrawn}</h1>
          <p>
            {words.withdrawnOn(
              <span lang="en">{reply.topic.title}</span>,
              date(reply.tombstone.recorded),
              <span lang="en">{reply.tombstone.reason}</span>,
            )}
          </p>
          <ToTopic reply={reply} />
        </>
      );
    case "current":
      return (
        <>
          <h1>{words.current}</h1>
          <Status reply={reply} />
          <ToTopic reply={reply} />
        </>
      );
    case "changed":
      return (
        <>
          <h1>{words.changed}</h1>
          <Status reply={reply} />
          <ToTopic reply={reply} />
          <h2>{words.otherNow}</h2>
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
  const { code: words, status: statusWords } = useMessages();
  return (
    <>
      <p>
        {words.statusOf(
          <span lang="en">{topic.title}</span>,
          <strong class="status-word">{statusWords.words[status.status]}</strong>,
        )}
      </p>
      {status.caution === null ? null : (
        <p class="caution" lang="en">
          {status.caution}
        </p>
      )}
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
      <a class="button" href={`/topics/${reply.topic.slug}`} lang="en">
        {reply.topic.title}
      </a>
    </p>
  );
}
