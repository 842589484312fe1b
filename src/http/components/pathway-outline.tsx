import type { PathwayPicture, PatientPicture } from "../../pathway/draw/draw-pathway.ts";
import type { Light } from "../../pathway/draw/flow.ts";
import { type OutlineItem, overviewOutline, treeOutline } from "../../pathway/draw/outline.ts";

const WORDS: Readonly<Record<Light, string>> = {
  lit: "this patient’s way",
  open: "may be this patient’s way",
  off: "not this patient’s way",
  plain: "",
};

interface PathwayOutlineProps {
  readonly picture: PathwayPicture;
  readonly patient?: PatientPicture;
}

/** The chart as nested lists: everything that is drawn is written. */
export function PathwayOutline({ picture: { overview }, patient }: PathwayOutlineProps) {
  const items = overviewOutline(overview, patient === undefined ? {} : { way: patient.way });
  return (
    <>
      {patient === undefined || patient.tree.kind === "end" ? null : (
        <section class="outline" aria-labelledby="open-questions">
          <h2 id="open-questions">What can still change the advice</h2>
          <ul>
            <Item item={treeOutline(overview.diagrams.index, patient.tree)} />
          </ul>
        </section>
      )}
      <section class="outline" aria-labelledby="stages">
        <h2 id="stages">Stages, tried in this order</h2>
        <ol>
          {items.map((item) => (
            <li key={item.id} id={`stage-${item.id}`} class={item.light}>
              <h3>{item.text}</h3>
              <p>
                {item.detail}
                <LightMark light={item.light} />
              </p>
              <ul>
                {item.children.map((child) => (
                  <Item key={child.text} item={child} />
                ))}
              </ul>
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}

function Item({ item: { text, detail, light, children } }: { readonly item: OutlineItem }) {
  return (
    <li class={light}>
      {text}
      {detail === undefined ? null : <span class="hint"> ({detail})</span>}
      <LightMark light={light} />
      {children.length === 0 ? null : (
        <ul>
          {children.map((child) => (
            <Item key={child.text} item={child} />
          ))}
        </ul>
      )}
    </li>
  );
}

function LightMark({ light }: { readonly light: Light }) {
  return light === "plain" ? null : <span class="light-mark"> [{WORDS[light]}]</span>;
}
