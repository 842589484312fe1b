import type { ComponentChildren } from "preact";
import { listOr } from "../../review/policy.ts";
import { SignOut } from "../accounts/pages/sign-out.tsx";
import type { Assets } from "../assets.ts";
import { Layout } from "../components/layout.tsx";
import type { Visitor } from "./visitor.ts";

const PLACES = [
  ["/desk", "Queue"],
  ["/desk/board/questions", "From readers"],
  ["/desk/board/sources", "Sources"],
  ["/desk/board/evidence", "Evidence"],
  ["/desk/board/people", "People"],
] as const;

interface DeskFrameProps {
  readonly title: string;
  readonly assets: Assets;
  readonly visitor: Visitor;
  /** The address among `PLACES` that this page is. */
  readonly place?: string;
  /** A script that only this page needs. */
  readonly script?: string;
  readonly children: ComponentChildren;
}

/** The frame of every page of the desk: where one is, who one is here, and the ways to the other places. */
export function DeskFrame({ title, assets, visitor, place, script, children }: DeskFrameProps) {
  const { name, roles } = visitor.person;
  return (
    <Layout
      title={`${title} · Desk`}
      assets={assets}
      index={false}
      furtherStyle={assets.deskStyle}
      furtherScript={script}
    >
      <div class="desk">
        <div class="desk-head">
          <nav aria-label="Desk">
            {PLACES.map(([href, label]) => (
              <a key={href} href={href} aria-current={href === place ? "page" : undefined}>
                {label}
              </a>
            ))}
          </nav>
          <div class="desk-person">
            <p>
              <a href="/account">{name}</a>, {listOr(roles)}
            </p>
            <SignOut quiet />
          </div>
        </div>
        {children}
      </div>
    </Layout>
  );
}
