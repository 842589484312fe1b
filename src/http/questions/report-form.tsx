import type { Article } from "../../library/model/article.ts";
import type { Topic } from "../../library/model/topic.ts";
import { MAX_QUESTION_WORDS, REPORT_KINDS } from "../../review/question-box.ts";
import { useMessages } from "../messages/language.tsx";

/** Tells the board what is wrong with a page; works without scripts, and nothing is kept unless the reader agrees. */
export function ReportForm({ topic, article }: { readonly topic: Topic; readonly article: Article }) {
  const { board, report } = useMessages();
  return (
    <details class="give-question report" id="report">
      <summary>{report.title}</summary>
      <form class="ask" method="post" action="/reports">
        <input type="hidden" name="topic" value={topic.slug} />
        <input type="hidden" name="hash" value={topic.hash} />
        <label for="report-kind">{report.kind}</label>
        <select id="report-kind" name="kind" required>
          {REPORT_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {report.kinds[kind]}
            </option>
          ))}
        </select>
        <label for="report-part">{report.part}</label>
        <select id="report-part" name="part">
          <option value="">{report.wholePage}</option>
          {article.sections.map(({ id, title }) => (
            <option key={id} value={id} lang="en">
              {title}
            </option>
          ))}
        </select>
        <label for="report-words">{report.words}</label>
        <textarea id="report-words" name="words" rows={4} maxLength={MAX_QUESTION_WORDS} required />
        <label>
          <input type="checkbox" name="agreed" value="yes" required /> {board.agree}
        </label>
        <button type="submit" class="button">
          {report.button}
        </button>
      </form>
      <p class="hint">{report.hint}</p>
    </details>
  );
}
