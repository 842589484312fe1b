import type { VNode } from "preact";
import type { Wellspring } from "../answer/wellspring.ts";
import type { Assets } from "./assets.ts";
import { HomePage } from "./pages/home-page.tsx";

/** What pages are made of. */
export interface PageEffects {
  readonly wellspring: Wellspring;
  readonly assets: Assets;
}

/** The ask box and the topics; with what was sent and what is wrong with it when it could not be answered. */
export function homePage({ wellspring, assets }: PageEffects, refused?: { question: string; message: string }): VNode {
  const topics = [...wellspring.library.topics.values()].map((topic) => ({
    topic,
    review: wellspring.reviewOf(topic),
  }));
  return <HomePage assets={assets} topics={topics} {...(refused === undefined ? {} : { refused })} />;
}
