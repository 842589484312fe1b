import type { Wellspring } from "../answer/wellspring.ts";
import { contentHash } from "../kernel/content-hash.ts";
import type { Topic } from "../library/model/topic.ts";
import type { Assets } from "./assets.ts";
import { KEYBOARD_PAGE } from "./shortcuts.ts";
import { TOPIC_NAMES } from "./topic-names.ts";

/** What a browser keeps for the time without a network, and what it must throw away first. */
export interface OfflineContents {
  /** Changes with every text, status and file of the bundle. */
  readonly version: string;
  /** Addresses of topics whose text must no longer be used. */
  readonly withdrawn: readonly string[];
  /** Pages about no patient, and the files that they are made with. */
  readonly addresses: readonly string[];
}

/** The page that is shown where there is neither a network nor a copy. */
export const OFFLINE_PAGE = "/offline";

/** Nothing that was asked is part of it: the bundle is the same for everybody who reads in one language. */
export function offlineContents({ library, reviewOf }: Wellspring, assets: Assets, language: string): OfflineContents {
  const topics = [...library.topics.values()];
  const isWithdrawn = (topic: Topic) => reviewOf(topic).status === "Withdrawn";
  const withdrawn = topics.filter(isWithdrawn).map(({ slug }) => `/topics/${slug}`);
  const addresses = [
    OFFLINE_PAGE,
    "/",
    "/editorial-policy",
    KEYBOARD_PAGE,
    TOPIC_NAMES,
    ...topics.filter((topic) => !isWithdrawn(topic)).flatMap(pagesOf),
    assets.style,
    assets.script,
    assets.identifierWords,
    "/favicon.svg",
  ];
  const states = topics.map((topic) => {
    const { status, date, caution } = reviewOf(topic);
    return [topic.hash, status, date, caution].join(" ");
  });
  return {
    version: contentHash([{ name: "offline", text: [language, ...addresses, ...states].join("\n") }]),
    withdrawn,
    addresses,
  };
}

function pagesOf({ slug, articles, leaflet }: Topic): readonly string[] {
  const address = `/topics/${slug}`;
  return [
    address,
    ...(articles.patient === undefined ? [] : [`${address}?reader=patient`]),
    ...(articles.patient === undefined || leaflet === undefined ? [] : [`${address}/leaflet`]),
  ];
}
