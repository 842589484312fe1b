import type { Diagnostic } from "../../kernel/diagnostic.ts";
import type { KeptText } from "../../review/record-port.ts";
import type { Assets } from "../assets.ts";
import { asSentence } from "../components/words.ts";
import { DeskFrame } from "./desk-frame.tsx";
import type { Visitor } from "./visitor.ts";
import { Worded } from "./worded.tsx";

export interface EditPageProps {
  readonly assets: Assets;
  readonly visitor: Visitor;
  readonly title: string;
  /** The text that is edited, as it is kept. */
  readonly text: KeptText;
  readonly name: string;
  /** What stands in the entry: the file as it is, or as it was typed. */
  readonly written: string;
  /** What was found of the text with this file as it was typed; nothing before it was checked. */
  readonly found?: readonly Diagnostic[];
  /** Why it was not saved. */
  readonly refused?: readonly Diagnostic[];
}

/** One file of a text, to be written anew, checked as often as wanted, and saved as a draft. */
export function EditPage({ assets, visitor, title, text, name, written, found, refused }: EditPageProps) {
  const { topic, hash } = text;
  return (
    <DeskFrame title={`${name}: ${title}`} assets={assets} visitor={visitor}>
      <p class="kicker">
        <a href={`/desk/${topic}`}>{title}</a>
      </p>
      <h1>
        <code>{name.replace("../../", "")}</code>
      </h1>
      {name.startsWith("../../") ? (
        <p class="caution">All topics share this file: each of them becomes another text.</p>
      ) : null}
      {refused === undefined ? null : (
        <section class="desk-refused" role="alert" aria-labelledby="refused">
          <h2 id="refused">Nothing was saved</h2>
          <Found diagnostics={refused} />
        </section>
      )}
      {found === undefined ? null : (
        <section aria-labelledby="found" role="status">
          <h2 id="found">{found.length === 0 ? "Nothing is wrong with this text" : "What is wrong with this text"}</h2>
          <Found diagnostics={found} />
        </section>
      )}
      <form class="act" method="post" action={`/desk/${topic}/edit`}>
        <input type="hidden" name="hash" value={hash} />
        <input type="hidden" name="file" value={name} />
        <div class="act-field">
          <label for="written">Text of the file</label>
          {/* HTML takes the first line break of an entry away. */}
          <textarea id="written" name="written" class="file-entry" rows={30} spellcheck={false}>
            {`\n${written}`}
          </textarea>
        </div>
        <div class="act-choices">
          <button type="submit" name="then" value="check" class="button">
            Check
          </button>
          <button type="submit" name="then" value="save" class="primary">
            Check and save as a draft
          </button>
        </div>
      </form>
    </DeskFrame>
  );
}

function Found({ diagnostics }: { readonly diagnostics: readonly Diagnostic[] }) {
  if (diagnostics.length === 0) return null;
  return (
    <ul>
      {diagnostics.map(({ code, severity, message, help, span }) => (
        <li key={`${code} ${span?.file} ${span?.offset} ${message}`}>
          {span === undefined ? null : (
            <span class="hint">
              {span.file}, line {span.line}, {severity}:{" "}
            </span>
          )}
          <Worded text={asSentence(message)} />{" "}
          <span class="hint">
            <Worded text={asSentence(help)} />
          </span>
        </li>
      ))}
    </ul>
  );
}
