import { studyWords } from '../../language/study/index.ts'
import type { Language } from '../../model/language.ts'
import { xmlText } from '../xlsx/xml.ts'
import { zipped } from '../xlsx/zip.ts'

/** The time of every file in the package: that of no day, so that the same exercise has the same bytes. */
const noTime = '1980-01-01T00:00:00Z'

/**
 * The page of a self-study as a package for a learning platform (SCORM 1.2, content packaging 2.3): the page reports
 * its result by itself where there is a platform.
 */
export function scormPackage(page: string, seed: number, language: Language): Promise<Uint8Array> {
  const parts = [
    { name: 'imsmanifest.xml', text: [manifest(seed, language)] },
    { name: 'index.html', text: [page] },
  ]
  return zipped(parts, noTime)
}

function manifest(seed: number, language: Language): string {
  const title = xmlText(studyWords(language).title)
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="loggkoll-self-study-${language}-${seed}" version="1.0"
  xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="exercise">
    <organization identifier="exercise">
      <title>${title}</title>
      <item identifier="page" identifierref="file" isvisible="true">
        <title>${title}</title>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="file" type="webcontent" adlcp:scormtype="sco" href="index.html">
      <file href="index.html"/>
    </resource>
  </resources>
</manifest>
`
}
