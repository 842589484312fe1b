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

/** What has become of a question or a report that a reader gave to the board. */
export function QuestionPage({ assets, code, reply }: QuestionPageProps) {
  const words = useMessages().question;
  const about = reply.kind === "unknown" ? undefined : reply.about;
  const kind = about === undefined ? "question" : "report";
  const address = `/${kind}s/${code}`;
  return (
    <Layout title={words.titles[kind]} assets={assets} index={false} translated>
      <div class="page page-alone">
        <p class="kicker">{words.kickers[kind](code)}</p>
        <h1>{words.headings[kind][reply.kind]}</h1>
        <Reply reply={reply} />
        {about === undefined ? null : (
          <p>
            {words.about(
              <a href={`/topics/${about.topic}${about.part === undefined ? "" : `#${about.part}`}`} lang="en">
                {about.topic}
              </a>,
            )}
          </p>
        )}
        {reply.kind === "unknown" ? null : (
          <p class="hint">
            {words.keep(
              <a href={address}>
                <code>{address}</code>
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
      return <p>{(reply.about === undefined ? words.noReviewedAnswer : words.noAnswer)(date(reply.recorded))}</p>;
    case "answered":
      return (
        <p>
          <a href={`/topics/${reply.topic}`}>{words.read}</a>
        </p>
      );
    case "replied":
      return <p lang="en">{reply.answer}</p>;
    case "declined":
      return <p lang="en">{reply.reason}</p>;
    default:
      return unreachable(reply);
  }
}
