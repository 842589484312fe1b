import type { PathwayPicture, PatientPicture } from "../../pathway/draw/draw-pathway.ts";
import type { Light } from "../../pathway/draw/flow.ts";
import { type OutlineItem, overviewOutline, treeOutline } from "../../pathway/draw/outline.ts";
import { useMessages } from "../messages/language.tsx";

interface PathwayOutlineProps {
  readonly picture: PathwayPicture;
  readonly patient?: PatientPicture;
}

/** The chart as nested lists: everything that is drawn is written. */
export function PathwayOutline({ picture: { overview }, patient }: PathwayOutlineProps) {
  const words = useMessages().pathway;
  const items = overviewOutline(overview, patient === undefined ? {} : { way: patient.way });
  return (
    <>
      {patient === undefined || patient.tree.kind === "end" ? null : (
        <section class="outline" aria-labelledby="open-questions">
          <h2 id="open-questions">{words.canChange}</h2>
          <ul>
            <Item item={treeOutline(overview.diagrams.index, patient.tree)} />
          </ul>
        </section>
      )}
      <section class="outline" aria-labelledby="stages">
        <h2 id="stages">{words.stagesInOrder}</h2>
        <ol>
          {items.map((item) => (
            <li key={item.id} id={`stage-${item.id}`} class={item.light}>
              <h3 lang="en">{item.text}</h3>
              <p>
                <span lang="en">{item.detail}</span>
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
      <span lang="en">{text}</span>
      {detail === undefined ? null : (
        <span class="hint" lang="en">
          {" "}
          ({detail})
        </span>
      )}
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
  const { ways } = useMessages().pathway;
  return light === "plain" ? null : <span class="light-mark"> [{ways[light]}]</span>;
}
