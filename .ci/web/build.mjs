// Builds the style sheet and the script of the workbench into engine/workbench/assets. With --check it builds
// nothing, and fails if what stands there is not what it would build.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as esbuild from 'esbuild'
import * as sass from 'sass'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const check = process.argv.includes('--check')

const css = sass.compile(here('workbench/workbench.scss'), {
  style: 'compressed', loadPaths: [here('node_modules')], charset: false, quietDeps: true,
}).css
if (/url\(\s*["']?(?!data:)/.test(css) || /GDS Transport/.test(css)) throw new Error('the style sheet loads something')

const js = (await esbuild.build({
  entryPoints: [here('workbench/workbench.js')], bundle: true, minify: true, format: 'esm', target: 'es2020',
  legalComments: 'none', write: false, charset: 'utf8',
})).outputFiles[0].text

const notice = '/*! Holds parts of govuk-frontend, (c) Crown copyright, under the MIT licence. */\n'
let stale = 0
for (const [name, text] of [['workbench.css', css + '\n'], ['workbench.js', js]]) {
  const path = here('../../engine/workbench/assets/' + name)
  if (!check) {
    writeFileSync(path, notice + text)
    console.log(`${name}: ${(notice + text).length} bytes`)
  } else if (readFileSync(path, 'utf8') !== notice + text) {
    console.error(`engine/workbench/assets/${name} is not what its sources build: run npm run build in .ci/web`)
    stale++
  }
}
process.exitCode = stale
