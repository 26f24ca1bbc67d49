// Edits rules as an author does, and watches the page that says what the edits do.
import assert from 'node:assert/strict'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { accessible, begin, fits, go, open, root } from './service.mjs'

const folder = mkdtempSync(join(tmpdir(), 'windscreen-authors-'))
const file = join(folder, 'rules/authorities/demo/1/rules.yaml')
const sound = readFileSync(join(root, 'cmd/windscreen/testdata/rules/authorities/demo/1/rules.yaml'), 'utf8')

// save writes the rules whole, as an editor does.
function save (text) {
  writeFileSync(file + '.new', text)
  renameSync(file + '.new', file)
}

let on
before(async () => {
  cpSync(join(root, 'cmd/windscreen/testdata/rules'), join(folder, 'rules'), { recursive: true })
  mkdirSync(join(folder, 'fixtures'))
  writeFileSync(join(folder, 'fixtures/noise.yaml'), `policy: demo-1
scenarios:
  - name: Noise that never ends calls for help
    case: {as_of: 2020-03-02T14:10, home: {noise: constant}}
    expect: {level: 2, rules: {hold: [home.noise]}}
`)
  on = await begin('--rules', join(folder, 'rules'), '--scenarios', join(folder, 'fixtures'))
})
after(async () => {
  await on?.end()
  rmSync(folder, { recursive: true, force: true })
})

for (const scripts of [true, false]) {
  const how = scripts ? 'with scripts' : 'without scripts'

  test(`an author sees what edits do, ${how}`, async () => {
    const page = await open(on, { scripts })
    await go(page, () => page.click('a[href="/authors/"]'))
    // until waits for a text. With a script the page brings it; without one, somebody looks again.
    const until = async (text) => {
      for (let i = 0; i < 600; i++) {
        if (text.test(await page.$eval('main', (e) => e.textContent))) return
        await new Promise((resolve) => setTimeout(resolve, 100))
        if (!scripts) await go(page, () => page.click('#doing a'))
      }
      assert.fail(`the page never says ${text}: ${await page.$eval('main', (e) => e.textContent)}`)
    }
    await until(/1 passed, 0 failed/)
    await until(/This is what the newest files do/)
    save(sound.replace('atLeast("constant")', 'atLeast("no_such_rung")'))
    await until(/The newest files are not in use/)
    await until(/The scenarios are not run while the rules have errors/)
    save(sound.replace('    level: 2\n    domain', '    level: 1\n    domain'))
    await until(/Passed before and fail now: 1/)
    await page.click('main details summary') // the scenario that fails
    assert.match(await page.$eval('main details', (e) => e.textContent), /Expected/)
    if (scripts) await accessible(page, `what edits do, ${how}`)
    await page.setViewport({ width: 320, height: 640 })
    await fits(page, `what edits do, ${how}`)
    await page.$eval('main details[open] summary', (e) => e.focus())
    save(sound.replace('    level: 2\n    domain', '    level: 1\n    domain') + '# Anew\n')
    await until(/None. The run before ended/)
    if (scripts) {
      assert.ok(await page.$('main details[open] .ws-fact__title'), 'what was opened is open again')
      assert.ok(await page.evaluate(() => document.activeElement.matches('main summary, #doing a')), 'the focus is on the page')
    }
    save(sound)
    await until(/Failed before and pass now: 1/)
    assert.deepEqual(page.complaints, [])
    await page.close_()
  })
}
