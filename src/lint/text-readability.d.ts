/** The part of the library's interface that is used; the package carries no types of its own. */
declare module "text-readability" {
  const readability: {
    fleschKincaidGrade(text: string): number;
    automatedReadabilityIndex(text: string): number;
  };
  export default readability;
}
