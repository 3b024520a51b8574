// Runs a script by a Node that is new enough. The machine's own may be older (Node 20 is still common), so Node 24 comes
// through the lock file as a package for each platform. This file itself must run on the old one.
const { spawnSync } = require('node:child_process')

const [major, minor] = process.versions.node.split('.').map(Number)
const newEnough = major > 22 || (major === 22 && minor >= 18)

function packagedNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const file = process.platform === 'win32' ? 'node.exe' : 'node'
  try {
    return require.resolve(`node-${platform}-${process.arch}/bin/${file}`)
  } catch {
    console.error(
      `loggkoll needs Node 22.18 or later; this is ${process.version}, and none is packaged for ${platform}-${process.arch}`,
    )
    process.exit(1)
  }
}

const run = spawnSync(newEnough ? process.execPath : packagedNode(), process.argv.slice(2), { stdio: 'inherit' })
if (run.error) throw run.error
process.exit(run.status ?? 1)
