// Starts the service and a browser for the tests, and says what every page must keep.
import assert from 'node:assert/strict'
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import puppeteer from 'puppeteer-core'

export const root = fileURLToPath(new URL('../../../', import.meta.url))
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const browsers = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

// begin starts the service on a free port, with more arguments if there are any, and a browser. end stops both.
export async function begin (...more) {
  const executablePath = browsers.find((path) => path && existsSync(path))
  assert.ok(executablePath, 'there is no Chromium; install it, or name it in CHROMIUM')
  const folder = mkdtempSync(join(tmpdir(), 'windscreen-'))
  const program = process.env.WINDSCREEN ?? join(folder, 'windscreen')
  if (!process.env.WINDSCREEN) {
    execFileSync('go', ['build', '-buildvcs=false', '-o', program, './cmd/windscreen'], { cwd: root, stdio: 'inherit' })
  }
  const service = spawn(program, ['serve', '--addr', '127.0.0.1:0', ...more], { stdio: ['ignore', 'pipe', 'pipe'] })
  let log = ''
  service.stderr.on('data', (text) => { log += text })
  const base = await new Promise((resolve, reject) => {
    let said = ''
    service.stdout.on('data', (text) => {
      said += text
      const found = said.match(/http:\/\/127\.0\.0\.1:\d+/)
      if (found) resolve(found[0])
    })
    service.on('exit', (code) => reject(new Error(`the service ended with ${code}:\n${log}`)))
  })
  const browser = await puppeteer.launch({ executablePath, headless: true, args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-lcd-text'] })
  return {
    base,
    browser,
    log: () => log,
    async end () {
      await browser.close()
      service.removeAllListeners('exit')
      service.kill('SIGTERM')
      await new Promise((resolve) => service.on('exit', resolve))
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

// open opens a page of its own, of a size and with or without scripts. What the page complains of is a fault.
export async function open (on, { width = 1280, height = 900, scripts = true, scale = 1 } = {}) {
  const context = await on.browser.createBrowserContext()
  const page = await context.newPage()
  page.setDefaultTimeout(60000)
  await page.setViewport({ width, height, deviceScaleFactor: scale })
  await page.setJavaScriptEnabled(scripts)
  const complaints = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    // That a form has to be put right is told by a status, which the console calls a failure.
    if (message.type() === 'error' && !message.text().includes('422')) complaints.push(message.text())
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(on.base) && !/^(data|about|blob):/.test(request.url())) complaints.push(`loads ${request.url()}`)
    if (/[?&](?![0-9a-f]{16}$)/.test(request.url())) complaints.push(`has something in the address: ${request.url()}`)
  })
  page.on('dialog', (dialog) => dialog.accept())
  await page.goto(on.base)
  return Object.assign(page, { complaints, close_: () => context.close() })
}

// go does something that leads to another page, and waits for it.
export async function go (page, act) {
  await Promise.all([page.waitForNavigation(), act()])
}

// press activates an element by the keyboard alone: Tab until it has the focus, and then the key.
export async function press (page, selector, key = 'Enter', lead = false) {
  for (let i = 0; i < 400; i++) {
    const there = await page.evaluate((s) => document.activeElement?.matches(s) ?? false, selector)
    if (there) {
      if (lead) await go(page, () => page.keyboard.press(key))
      else await page.keyboard.press(key)
      return
    }
    await page.keyboard.press('Tab')
  }
  assert.fail(`no Tab leads to ${selector}`)
}

// fits fails if a page has to be scrolled to the side.
export async function fits (page, name) {
  const { scroll, client, wide } = await page.evaluate(() => {
    const client = document.documentElement.clientWidth
    const wide = [...document.querySelectorAll('main *, nav *')].filter((e) => e.getBoundingClientRect().right > client + 1 && e.getBoundingClientRect().width > 1)
      .slice(0, 3).map((e) => `${e.tagName} ${e.className} ${e.textContent.slice(0, 40)}`)
    return { scroll: document.documentElement.scrollWidth, client, wide }
  })
  assert.ok(scroll <= client, `${name} is ${scroll} wide on a screen of ${client}: ${wide.join('; ')}`)
}

// accessible fails if axe-core finds anything on a page. It looks at what is folded up as well.
export async function accessible (page, name) {
  await page.evaluate(() => { for (const d of document.querySelectorAll('details')) d.open = true })
  await page.evaluate(axe)
  const found = await page.evaluate(async () => (await globalThis.axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  })).violations.map((v) => `${v.id} (${v.impact}): ${v.help}\n` + v.nodes.slice(0, 4).map((n) => '    ' + n.html.slice(0, 220) + ' ' + (n.any[0]?.message ?? '')).join('\n')))
  assert.deepEqual(found, [], `${name}: ${found.join('\n')}`)
}

// sheets is how many sheets of A4 a page takes.
export async function sheets (page) {
  const pdf = Buffer.from(await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1')
  return pdf.match(/\/Type\s*\/Page\b(?!s)/g).length
}

// level is what the first line of the answer says.
export const level = (page) => page.$eval('.ws-screen .level', (e) => e.textContent)
