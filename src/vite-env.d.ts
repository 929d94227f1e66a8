/// <reference types="vite/client" />

interface ImportMetaEnv {
  /** The version of this build, from package.json. */
  readonly VERSION: string;
}
