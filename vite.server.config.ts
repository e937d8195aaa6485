import { defineConfig } from 'vite';

/** The server and the simulator: one file each for Node, dependencies left in node_modules. The entry and folder come from scripts/build.mjs. */
export default defineConfig({
  ssr: { target: 'node', external: true },
  json: { stringify: true },
  build: {
    target: 'node20',
    minify: false,
    copyPublicDir: false,
    // One file: a running server never looks for a chunk that a later build has replaced.
    rolldownOptions: { output: { entryFileNames: 'main.js', codeSplitting: false } },
  },
});
