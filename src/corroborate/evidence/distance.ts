const KM_PER_DEGREE = 111.195

/** Distance in km of two points of WGS 84, on a plane that touches the earth at the first: good to 0.1 % within a region. */
export function kilometresBetween(
  latitude: number,
  longitude: number,
  otherLatitude: number,
  otherLongitude: number,
): number {
  const east = (otherLongitude - longitude) * Math.cos((latitude * Math.PI) / 180)
  return Math.sqrt((otherLatitude - latitude) ** 2 + east ** 2) * KM_PER_DEGREE
}
