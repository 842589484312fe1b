import { Fragment } from "preact";
import type { Assets } from "../assets.ts";
import { Layout } from "../components/layout.tsx";
import { useMessages } from "../messages/language.tsx";
import { SHORTCUTS, type ShortcutId } from "../shortcuts.ts";

/** The shortcuts of the keyboard, and the switch that turns them off. `?` shows the same list in a dialog. */
export function KeyboardPage({ assets }: { readonly assets: Assets }) {
  const { title, lede, keys, effect, switchLabel, switchHint, shortcuts } = useMessages().keyboard;
  return (
    <Layout title={title} assets={assets} index translated>
      <article class="page page-alone">
        <div class="shortcuts" data-shortcuts>
          <h1 id="shortcuts-title">{title}</h1>
          <p>{lede}</p>
          <table>
            <thead>
              <tr>
                <th scope="col">{keys}</th>
                <th scope="col">{effect}</th>
              </tr>
            </thead>
            <tbody>
              {/* The record's own keys, which `Object.keys` gives as strings. */}
              {(Object.keys(SHORTCUTS) as ShortcutId[]).map((id) => (
                <tr key={id}>
                  <td>
                    <Keys id={id} />
                  </td>
                  <td>{shortcuts[id]}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <label class="script-only shortcut-switch">
            <input type="checkbox" data-shortcut-switch checked /> {switchLabel}
          </label>
          <p class="hint">{switchHint}</p>
        </div>
      </article>
    </Layout>
  );
}

function Keys({ id }: { readonly id: ShortcutId }) {
  const { followedBy } = useMessages().keyboard;
  return SHORTCUTS[id].map((key, index) => (
    <Fragment key={key}>
      {index === 0 ? null : ` ${followedBy} `}
      <kbd>{key}</kbd>
    </Fragment>
  ));
}
