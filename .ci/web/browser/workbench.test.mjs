// Walks a referral from a blank page to a printed answer, as people do.
import assert from 'node:assert/strict'
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { accessible, begin, fits, go, level, open, press, root, sheets } from './service.mjs'

let on
before(async () => { on = await begin() })
after(async () => { await on?.end() })

const cases = join(root, 'fixtures/cases')
const next = 'main button[name="do"][value="next"]'
const to = (name) => `.ws-nav button[formaction="/case/${name}"]`

// start fills in the start page.
async function start (page, labels) {
  await page.select('#policy', 'bexley-2020')
  for (const [id, value] of [['day', '2'], ['month', '3'], ['year', '2020'], ['clock', '14:10']]) {
    await page.$eval(`#${id}`, (field) => { field.value = '' }).catch(() => {})
    await page.click(`#${id}`, { count: 3 })
    await page.type(`#${id}`, value)
  }
  await page.click('#reader')
  if (labels) {
    await page.click('#several-yes')
    await page.type('#labels', labels)
  }
  await go(page, () => page.click('form[action="/case/start"] .govuk-button'))
}

// openFile opens a case file on the start page.
async function openFile (page, file) {
  await page.goto(on.base)
  await (await page.$('#file')).uploadFile(file)
  await go(page, () => page.click('form[action="/case/open"] .govuk-button'))
}

for (const scripts of [true, false]) {
  const how = scripts ? 'with scripts' : 'without scripts'

  test(`one child, from a blank page to a printed answer, ${how}`, async () => {
    const page = await open(on, { scripts })
    await start(page)
    assert.match(await level(page), /^Nothing has been said yet/)
    await page.click('input[name="harm.immediate_danger@.how"][value="is:true"]')
    if (scripts) await page.waitForFunction(() => /Level 4/.test(document.querySelector('.ws-side .level').textContent))
    await page.click('.ws-work details.govuk-details summary')
    await page.type('[name="harm.immediate_danger@.evidence.source"]', 'school')
    await go(page, () => page.click(next))
    assert.match(await level(page), /^Level 4, Specialist/)
    await go(page, () => page.click('button[name="do"][value="skip"]'))
    await go(page, () => page.click('button[name="do"][value="back"]'))
    assert.ok(await page.$('input[name="harm.immediate_danger@.how"][value="is:true"]:checked'), 'the answer stands when one goes back to it')
    await go(page, () => page.click(to('form')))
    await page.type('#q', 'neglect')
    await go(page, () => page.keyboard.press('Enter'))
    assert.match(await page.$eval('h2.govuk-heading-m', (e) => e.textContent), /facts found for “neglect”/)
    await page.click('.ws-fact summary')
    await page.click('.ws-fact input[value="unknown"]')
    await go(page, () => page.click(to('answer'))) // what was typed goes along
    assert.match(await page.$eval('.ws-nav [name="case"]', (e) => e.value), /neglect: unknown/)
    assert.match(await level(page), /^Level 4, Specialist/)
    assert.equal(await sheets(page), 1)
    assert.deepEqual(page.complaints, [])
    await page.close_()
  })

  test(`a family, from a blank page to a printed answer, ${how}`, async () => {
    const page = await open(on, { scripts })
    await start(page, 'baby\n6')
    await page.click('input[name="harm.immediate_danger@0.how"][value="is:false"]')
    await page.click('input[name="harm.immediate_danger@1.how"][value="is:true"]')
    await go(page, () => page.click(next))
    assert.match(await level(page), /^Level 4, Specialist, for one of two children/)
    await go(page, () => page.click(to('answer')))
    assert.equal(await sheets(page), 1)
    await go(page, () => page.click('button[name="child"][value="baby"]'))
    assert.match(await page.$eval('h1', (e) => e.textContent), /for baby/)
    assert.equal(await sheets(page), 1)
    assert.deepEqual(page.complaints, [])
    await page.close_()
  })
}

test('one child and a family by the keyboard alone', async () => {
  for (const family of [false, true]) {
    const page = await open(on)
    await press(page, '#policy', 'b')
    while (await page.$eval('#policy', (e) => e.value) !== 'bexley-2020') await page.keyboard.press('ArrowDown')
    for (const [id, value] of [['day', '2'], ['month', '3'], ['year', '2020'], ['clock', '14:10']]) {
      await press(page, `#${id}`, 'End')
      for (let i = 0; i < 5; i++) await page.keyboard.press('Backspace')
      await page.keyboard.type(value)
    }
    if (family) {
      await press(page, '#several', 'ArrowDown')
      await press(page, '#labels', 'End')
      await page.keyboard.type('baby\n6')
    }
    await press(page, 'form[action="/case/start"] .govuk-button', 'Enter', true)
    const danger = family ? 'harm-immediate-danger-0' : 'harm-immediate-danger-'
    await press(page, `#${danger}`, 'Space')
    await press(page, next, 'Enter', true)
    assert.match(await level(page), /^Level 4, Specialist/)
    // A reason is one key away.
    await press(page, '.ws-side .behind summary', 'Enter')
    assert.ok(await page.$('.ws-side .behind[open] .reason'))
    await page.evaluate(() => document.activeElement.blur())
    await press(page, to('answer'), 'Enter', true)
    assert.equal(await sheets(page), 1)
    assert.deepEqual(page.complaints, [])
    await page.close_()
  }
})

// everyPage goes to every page, and does something on each.
async function everyPage (page, visit) {
  await visit('start')
  await go(page, () => page.click('form[action="/case/start"] .govuk-button'))
  await visit('start, with what is missing')
  await page.goto(on.base + '/case/question')
  await visit('a page without a case')
  await openFile(page, join(root, 'go.mod'))
  await visit('a file that is no case')
  await openFile(page, join(cases, 'young-carer.yaml'))
  await go(page, () => page.click(to('copy')))
  await visit('the copy for the family')
  await openFile(page, join(cases, 'thin-referral.yaml'))
  await visit('a question')
  await go(page, () => page.click(next))
  await visit('a question without an answer')
  await openFile(page, join(cases, 'family-of-three.yaml'))
  await visit('a question about several children')
  await go(page, () => page.click(to('form')))
  await visit('an area of the whole form')
  await page.type('#q', 'drugs')
  await go(page, () => page.keyboard.press('Enter'))
  await visit('what a search found')
  for (const name of ['answer', 'copy', 'compare', 'done', 'details', 'file']) {
    await go(page, () => page.click(to(name)))
    await visit(name)
  }
  await go(page, () => page.click(to('compare')))
  await go(page, () => page.click(next))
  await visit('a comparison with one document')
  await page.click('input[name="compare"][value="essex-2017"]')
  await go(page, () => page.click(next))
  await visit('a comparison')
  await page.goto(on.base + '/policies/')
  await visit('the documents')
  await go(page, () => page.click('main a[href^="/policies/"]')) // all are made alike, and each takes axe-core long
  await visit('a document')
}

test('axe-core finds nothing on any page', async () => {
  for (const width of [1280, 320]) {
    const page = await open(on, { width })
    await everyPage(page, (name) => accessible(page, `${name}, ${width} wide`))
    await page.close_()
  }
})

test('no page has to be scrolled to the side at 320 pixels, or at 400 % zoom', async () => {
  for (const size of [{ width: 320, height: 640 }, { width: 320, height: 256, scale: 4 }]) {
    const page = await open(on, size)
    await everyPage(page, async (name) => {
      await page.evaluate(() => { for (const d of document.querySelectorAll('details')) d.open = true })
      await fits(page, name)
    })
    await page.close_()
  }
})

test('the answer on every case of the folder fits one sheet of A4', async () => {
  const page = await open(on)
  for (const file of readdirSync(cases)) {
    await openFile(page, join(cases, file))
    await go(page, () => page.click(to('answer')))
    assert.equal(await sheets(page), 1, file)
  }
  await page.close_()
})

test('a change that cannot be read is said beside the answer', async () => {
  const page = await open(on)
  await openFile(page, join(cases, 'thin-referral.yaml'))
  await go(page, () => page.click(to('form')))
  await go(page, () => page.click('button[name="area"][value="child"]'))
  await page.evaluate(() => { for (const d of document.querySelectorAll('details')) d.open = true })
  await page.click('[name="child.age@.how"][value="is"]')
  await page.click('[name="child.age@.number"]', { count: 3 })
  await page.type('[name="child.age@.number"]', 'six')
  await page.keyboard.press('Tab')
  await page.waitForFunction(() => /Age must be a whole number/.test(document.querySelector('.ws-side .ws-old')?.textContent))
  await page.click('[name="child.age@.number"]', { count: 3 })
  await page.type('[name="child.age@.number"]', '6')
  await page.keyboard.press('Tab')
  await page.waitForFunction(() => !document.querySelector('.ws-side .ws-old'))
  await page.setOfflineMode(true)
  page.complaints.length = 0
  await page.click('[name="child.age@.how"][value="unknown"]')
  await page.waitForFunction(() => /from before your last change/.test(document.querySelector('.ws-side .ws-old')?.textContent))
  await page.setOfflineMode(false)
  await page.close_()
})

test('a case under other documents is a link away from their clauses', async () => {
  for (const scripts of [true, false]) {
    const page = await open(on, { scripts })
    await openFile(page, join(cases, 'mark-after-chastisement.yaml'))
    await go(page, () => page.click(to('compare')))
    await page.click('input[name="compare"][value="essex-2017"]')
    await go(page, () => page.click(next))
    assert.match(await page.$eval('.ws-compare h3', (e) => e.textContent), /^Level: /)
    const at = await page.$eval('.ws-compare a[href^="/policies/essex-2017#clause-"]', (e) => ({ href: e.href, target: e.target }))
    assert.equal(at.target, '_blank', 'the case stays in its own tab')
    await page.goto(at.href)
    assert.ok(await page.evaluate(() => document.getElementById(decodeURIComponent(location.hash.slice(1)))), 'the clause stands in the document')
    assert.deepEqual(page.complaints, [])
    await page.close_()
  }
})

test('a saved case opens as it was', async () => {
  const page = await open(on)
  await openFile(page, join(cases, 'family-of-three.yaml'))
  const before = await page.$eval('[name="case"]', (e) => e.value)
  const saved = await page.evaluate(async () => {
    const form = ['v', 'case', 'from'].map((name) => [name, document.querySelector(`[name="${name}"]`).value])
    const reply = await fetch('/case/save', { method: 'POST', body: new URLSearchParams(form) })
    return { text: await reply.text(), how: reply.headers.get('Content-Disposition') }
  })
  assert.equal(saved.text, before)
  assert.match(saved.how, /^attachment; filename="demo-family-of-three\.yaml"$/)
  await page.close_()
})

test('nothing of a case is in the log', async () => {
  const page = await open(on)
  await start(page)
  await page.click('.ws-work details.govuk-details summary')
  await page.type('[name="harm.immediate_danger@.evidence.source"]', 'planted source')
  await page.click('input[name="harm.immediate_danger@.how"][value="is:true"]')
  await go(page, () => page.click(next))
  assert.match(await page.$eval('[name="case"]', (e) => e.value), /planted source/)
  assert.doesNotMatch(on.log(), /planted|immediate_danger|bexley/)
  await page.close_()
})

// The pictures stand in the repository. They are made anew on request: npm run pictures.
test('pictures', { skip: !process.env.PICTURES }, async () => {
  const folder = new URL('../pictures/', import.meta.url).pathname
  mkdirSync(folder, { recursive: true })
  const page = await open(on, { width: 1100, height: 780 })
  const picture = (name) => page.screenshot({ path: join(folder, `${name}.png`) })
  await openFile(page, join(cases, 'thin-referral.yaml'))
  await picture('question')
  await openFile(page, join(cases, 'family-of-three.yaml'))
  await picture('family')
  await go(page, () => page.click(to('answer')))
  await picture('answer')
  await page.setViewport({ width: 360, height: 720 })
  await openFile(page, join(cases, 'thin-referral.yaml'))
  await picture('telephone')
  await page.close_()
})
