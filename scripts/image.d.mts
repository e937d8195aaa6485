export interface DockerStep {
  readonly word: string;
  readonly rest: string;
}

/** The stages of a Dockerfile with their steps. */
export function readDockerfile(text: string): { readonly name: string; readonly steps: readonly DockerStep[] }[];

/** What a COPY step names: from which stage (null: the repository), which paths, to where. */
export function readCopy(rest: string): {
  readonly from: string | null;
  readonly paths: readonly string[];
  readonly to: string | undefined;
};
