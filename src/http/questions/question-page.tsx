import { unreachable } from "../../kernel/result.ts";
import type { QuestionReply } from "../../review/question-box.ts";
import type { Assets } from "../assets.ts";
import { Layout } from "../components/layout.tsx";
import { dateWords } from "../components/words.ts";

interface QuestionPageProps {
  readonly assets: Assets;
  readonly code: string;
  readonly reply: QuestionReply;
}

/** What has become of a question or a report that a reader gave to the board. */
export function QuestionPage({ assets, code, reply }: QuestionPageProps) {
  const about = reply.kind === "unknown" ? undefined : reply.about;
  const [noun, path] = about === undefined ? ["question", "questions"] : ["report", "reports"];
  return (
    <Layout title={`A ${noun} for the board`} assets={assets} index={false}>
      <div class="page page-alone">
        <p class="kicker">
          {noun === "report" ? "Report" : "Question"} {code}
        </p>
        <h1>{HEADINGS[reply.kind](noun)}</h1>
        <Reply reply={reply} />
        {about === undefined ? null : (
          <p>
            It is about{" "}
            <a href={`/topics/${about.topic}${about.part === undefined ? "" : `#${about.part}`}`}>{about.topic}</a>.
          </p>
        )}
        {reply.kind === "unknown" ? null : (
          <p class="hint">
            Keep the code: <a href={`/${path}/${code}`}>{`/${path}/${code}`}</a> says what has become of it.
          </p>
        )}
      </div>
    </Layout>
  );
}

const HEADINGS: Readonly<Record<QuestionReply["kind"], (noun: string) => string>> = {
  unknown: () => "No question or report has this code here",
  waiting: (noun) => `The ${noun} waits for the board`,
  adopted: (noun) => `Somebody on the board has taken the ${noun} up`,
  answered: (noun) => `The ${noun} is answered`,
  replied: (noun) => `The board has answered the ${noun}`,
  declined: (noun) => `The board has not taken the ${noun} up`,
};

function Reply({ reply }: { readonly reply: QuestionReply }) {
  switch (reply.kind) {
    case "unknown":
      return <p>Compare the code sign by sign. It may come from another server.</p>;
    case "waiting":
      return <p>It was given on {dateWords(reply.recorded)}. Nobody has decided on it yet.</p>;
    case "adopted":
      return (
        <p>
          It was given on {dateWords(reply.recorded)}.{" "}
          {reply.about === undefined ? "There is no reviewed answer yet." : "There is no answer yet."}
        </p>
      );
    case "answered":
      return (
        <p>
          <a href={`/topics/${reply.topic}`}>Read the topic that answers it</a>
        </p>
      );
    case "replied":
      return <p>{reply.answer}</p>;
    case "declined":
      return <p>{reply.reason}</p>;
    default:
      return unreachable(reply);
  }
}
