import { READERS } from "../../library/model/article.ts";
import { drawPathway } from "../../pathway/draw/draw-pathway.ts";
import type { Edition, OpenText } from "../../review/model/review-record.ts";
import { editionInForce } from "../../review/model/text-state.ts";
import { codeOfHash } from "../../review/reader/short-code.ts";
import { describeChanges } from "../../review/text/describe-changes.ts";
import type { Assets } from "../assets.ts";
import { DeskFrame } from "./desk-frame.tsx";
import type { DeskPage } from "./desk-pages.tsx";
import { ArticleDraft, ChartDraft, type DraftArticle, type DraftChart } from "./draft-preview-view.tsx";
import type { Visitor } from "./visitor.ts";

/** The parts of a text that readers meet: their article each, and the pathway. */
const PARTS = [...READERS, "pathway"] as const;
type Part = (typeof PARTS)[number];

/** The text under work, or else the one in force, as its readers would meet it: what somebody signs, they should have read so. */
export const readingPage: DeskPage = async (context, visitor, { record: port, readText, assets }) => {
  const slug = context.req.param("slug") ?? "";
  const [record, now] = [await port.read(), port.now()];
  const known = record.topics.get(slug);
  const edition = editionInForce(known, now);
  const text = known?.open ?? edition;
  const read = text === undefined ? undefined : await readText(text.hash);
  const part = PARTS.find((one) => one === (context.req.query("part") ?? "clinician"));
  if (text === undefined || read === undefined || part === undefined) return undefined;
  const { articles, pathway, title } = read.topic;
  const shown = { assets, visitor, slug, title, part, text, isInForce: text.hash === edition?.hash };
  const parts = PARTS.filter((one) => (one === "pathway" ? pathway !== undefined : articles[one] !== undefined));
  if (part === "pathway") {
    if (pathway === undefined) return undefined;
    const { defaultProfile: profile } = pathway;
    const picture = drawPathway(pathway, profile);
    return (
      <ReadingPage {...shown} parts={parts} chart={{ picture: picture.ok ? picture.value : undefined, profile }} />
    );
  }
  const article = articles[part];
  if (article === undefined) return undefined;
  const before = edition === undefined || shown.isInForce ? undefined : await readText(edition.hash);
  const changes = before === undefined ? [] : describeChanges(before.topic, read.topic);
  return <ReadingPage {...shown} parts={parts} article={{ read, article, changes }} />;
};

interface ReadingPageProps {
  readonly assets: Assets;
  readonly visitor: Visitor;
  readonly slug: string;
  readonly title: string;
  readonly text: OpenText | Edition;
  readonly isInForce: boolean;
  readonly part: Part;
  /** Those that the text has. */
  readonly parts: readonly Part[];
  readonly article?: DraftArticle;
  readonly chart?: DraftChart;
}

function ReadingPage({ assets, visitor, slug, title, text, isInForce, part, parts, article, chart }: ReadingPageProps) {
  return (
    <DeskFrame title={`${title}, as readers meet it`} assets={assets} visitor={visitor}>
      <p class="kicker">
        <a href={`/desk/${slug}`}>{title}</a>
      </p>
      <h1>As readers would meet it</h1>
      <p class="caution">
        {isInForce ? "The edition in force" : "A text under work, which is not in force"}; code {codeOfHash(text.hash)}.
        {isInForce ? "" : " What it says otherwise than the edition in force is marked."}
      </p>
      <nav class="edit-files" aria-label="Parts of this text">
        {parts.map((one) => (
          <a key={one} href={`/desk/${slug}/read?part=${one}`} aria-current={one === part ? "page" : undefined}>
            {one}
          </a>
        ))}
      </nav>
      {article === undefined ? null : <ArticleDraft {...article} />}
      {chart === undefined ? null : <ChartDraft chart={chart} />}
    </DeskFrame>
  );
}
