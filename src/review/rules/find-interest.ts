import type { Interest, Person } from "../model/review-record.ts";

/** What a person has declared for a topic and that has not ended. */
export function interestsIn(person: Person, topic: string): readonly Interest[] {
  return person.interests.filter((one) => one.ended === undefined && (one.topic === topic || one.topic === "all"));
}

export function conflictOf(person: Person, topic: string): Interest | undefined {
  return interestsIn(person, topic).find(({ conflict }) => conflict);
}
