import { unreachable } from "../../kernel/result.ts";
import type { QuestionReply } from "../../review/question-box.ts";
import type { Assets } from "../assets.ts";
import { Layout } from "../components/layout.tsx";
import { useMessages } from "../messages/language.tsx";

interface QuestionPageProps {
  readonly assets: Assets;
  readonly code: string;
  readonly reply: QuestionReply;
}

/** What has become of a question that a reader gave to the board. */
export function QuestionPage({ assets, code, reply }: QuestionPageProps) {
  const words = useMessages().question;
  return (
    <Layout title={words.title} assets={assets} index={false} translated>
      <div class="page page-alone">
        <p class="kicker">{words.kicker(code)}</p>
        <h1>{words.headings[reply.kind]}</h1>
        <Reply reply={reply} />
        {reply.kind === "unknown" ? null : (
          <p class="hint">
            {words.keep(
              <a href={`/questions/${code}`}>
                <code>{`/questions/${code}`}</code>
              </a>,
            )}
          </p>
        )}
      </div>
    </Layout>
  );
}

function Reply({ reply }: { readonly reply: QuestionReply }) {
  const { date, question: words } = useMessages();
  switch (reply.kind) {
    case "unknown":
      return <p>{words.compare}</p>;
    case "waiting":
      return <p>{words.undecided(date(reply.recorded))}</p>;
    case "adopted":
      return <p>{words.noAnswer(date(reply.recorded))}</p>;
    case "answered":
      return (
        <p>
          <a href={`/topics/${reply.topic}`}>{words.read}</a>
        </p>
      );
    case "declined":
      return <p lang="en">{reply.reason}</p>;
    default:
      return unreachable(reply);
  }
}
