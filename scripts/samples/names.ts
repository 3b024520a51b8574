import type { Sex } from './personal-numbers.ts'
import type { Random } from './random.ts'

/** The names in a text, parted by commas. */
function words(text: string): string[] {
  return text.split(',').map((word) => word.trim())
}

/** The five commonest Swedish family names; the sample has them oftener than life, so that sharing one means nothing. */
const commonest = ['Andersson', 'Johansson', 'Karlsson', 'Nilsson', 'Eriksson']

/** The next ones, by the order in which Sweden has them. No member of staff has any of these. */
const common = words(`
  Larsson, Olsson, Persson, Svensson, Gustafsson, Pettersson, Jonsson, Jansson, Hansson, Bengtsson, Jönsson,
  Lindberg, Jakobsson, Magnusson, Olofsson, Lindström, Lindqvist, Lindgren, Axelsson, Berg, Bergström, Lundberg,
  Lundgren, Lind, Mattsson, Berglund, Fredriksson, Sandberg, Henriksson, Forsberg, Sjöberg, Wallin, Ali, Engström,
  Mohamed, Eklund, Danielsson, Lundin, Håkansson, Björk, Bergman, Gunnarsson, Holm, Wikström, Samuelsson, Isaksson,
  Fransson, Bergqvist, Nyström, Holmberg, Arvidsson, Löfgren, Söderberg, Nyberg, Blomqvist, Claesson, Nordström,
  Mårtensson, Lundström, Hassan, Ahmed, Björklund, Eliasson, Pålsson, Hermansson, Ström, Åberg, Ekström, Norberg,
  Dahlberg, Hellström, Öberg, Falk, Sjögren, Åkesson, Strandberg`)

const rare = words(`
  Žitnik, Kowalczyk, Stålnacke, Tjäder, Grahn, Kivimäki, Nguyen, Šmid, Papadakis, Snäll, Oxhufvud, Da Silva`)

const familyNames: readonly (readonly [string, number])[] = [
  ...commonest.map((name, rank) => [name, 11 - rank / 4] as const),
  ...common.map((name, rank) => [name, 2 - rank / common.length] as const),
  ...rare.map((name) => [name, 0.4] as const),
]

/** By generation, the oldest first. */
const givenNames: Record<Sex, readonly (readonly string[])[]> = {
  female: [
    words(
      `Maj-Britt, Ingrid, Gunborg, Astrid, Märta, Barbro, Gun, Kerstin, Birgit, Ulla, Siv, Inger, Elsa, Rut, Britta, Gerd`,
    ),
    words(
      `Anna, Eva, Karin, Lena, Susanne, Åsa, Annika, Maria, Helena, Carina, Monica, Pia, Fatima, Ewa, Mirjana, Anette`,
    ),
    words(
      `Emma, Sara, Johanna, Hanna, Amanda, Linnéa, Matilda, Frida, Josefin, Amina, Elin, Ida, Moa, Sofie, Julia, Lovisa`,
    ),
    words(`Alice, Maja, Saga, Ebba, Wilma, Alma, Selma, Vera, Leah, Molly, Freja, Nora, Ines, Tuva, Ellen, Signe`),
  ],
  male: [
    words(
      `Karl-Erik, Gösta, Sven, Åke, Bengt, Rune, Göran, Arne, Stig, Lennart, Olle, Börje, Harry, Nils, Ragnar, Sture`,
    ),
    words(
      `Lars, Anders, Per, Mikael, Jan, Thomas, Håkan, Stefan, Peter, Jörgen, Ulf, Kjell, Hassan, Tommy, Mats, Roger`,
    ),
    words(
      `Erik, Johan, Marcus, Andreas, Simon, Jonathan, Viktor, Ali, Robin, Anton, Björn, Jesper, Kevin, Sebastian, Filip, Emil`,
    ),
    words(
      `William, Liam, Noah, Hugo, Elias, Oliver, Adam, Melvin, Sixten, Theo, Leo, Ludvig, Måns, Arvid, Nils, Valter`,
    ),
  ],
}

export function familyName(random: Random): string {
  return random.weighted(familyNames)
}

export function givenName(random: Random, sex: Sex, yearOfBirth: number): string {
  const generation = yearOfBirth < 1948 ? 0 : yearOfBirth < 1976 ? 1 : yearOfBirth < 2005 ? 2 : 3
  return random.pick(givenNames[sex][generation] ?? [])
}

export interface Home {
  readonly address: string
  readonly postal_code: string
  readonly city: string
}

/** Postal codes that no place in Sweden has. */
const towns = [
  { postal_code: '99910', city: 'Almvik' },
  { postal_code: '99920', city: 'Norrbyn' },
  { postal_code: '99930', city: 'Ekbacken' },
]

const streets = words(`
  Storgatan, Skolgatan, Björkvägen, Ringvägen, Kyrkogatan, Lingonstigen, Åkervägen, Ängsvägen, Östra Långgatan,
  Källgatan, Tallstigen, Sjövägen, Hantverkargatan, Järnvägsgatan, Rönnvägen, Smedjegatan, Parkvägen, Blåbärsvägen`)

/** Homes in an order of their own, each handed out once: nobody shares an address unless the sample says so. */
export function homes(random: Random): () => Home {
  const all = towns.flatMap((town) =>
    streets.flatMap((street) =>
      Array.from({ length: 24 }, (_, house) => ({
        ...town,
        address: `${street} ${house + 1}${house % 3 ? '' : ` lgh ${1001 + (house % 4) * 100}`}`,
      })),
    ),
  )
  const left = random.shuffled(all)
  return () => {
    const home = left.pop()
    if (!home) throw new Error('no home is left')
    return home
  }
}
