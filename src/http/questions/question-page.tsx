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

/** What has become of a question that a reader gave to the board. */
export function QuestionPage({ assets, code, reply }: QuestionPageProps) {
  return (
    <Layout title="A question for the board" assets={assets} index={false}>
      <div class="page page-alone">
        <p class="kicker">Question {code}</p>
        <h1>{HEADINGS[reply.kind]}</h1>
        <Reply reply={reply} />
        {reply.kind === "unknown" ? null : (
          <p class="hint">
            Keep the code: <a href={`/questions/${code}`}>{`/questions/${code}`}</a> says what has become of it.
          </p>
        )}
      </div>
    </Layout>
  );
}

const HEADINGS: Readonly<Record<QuestionReply["kind"], string>> = {
  unknown: "No question has this code here",
  waiting: "The question waits for the board",
  adopted: "Somebody on the board has taken the question up",
  answered: "The question is answered",
  declined: "The board has not taken the question up",
};

function Reply({ reply }: { readonly reply: QuestionReply }) {
  switch (reply.kind) {
    case "unknown":
      return <p>Compare the code sign by sign. It may come from another server.</p>;
    case "waiting":
      return <p>It was given on {dateWords(reply.recorded)}. Nobody has decided on it yet.</p>;
    case "adopted":
      return <p>It was given on {dateWords(reply.recorded)}. There is no reviewed answer yet.</p>;
    case "answered":
      return (
        <p>
          <a href={`/topics/${reply.topic}`}>Read the topic that answers it</a>
        </p>
      );
    case "declined":
      return <p>{reply.reason}</p>;
    default:
      return unreachable(reply);
  }
}
