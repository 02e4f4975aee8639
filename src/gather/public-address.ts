import { BlockList, isIP, isIPv6 } from 'node:net'

/**
 * Networks that no page of the press is in: this machine, private and link-local networks, shared address space, benchmarks, documentation,
 * multicast, reserved ones (IANA special-purpose registries, RFC 6890). Guards against pages that make us ask the machines around us,
 * such as a cloud's metadata service at 169.254.169.254.
 */
const NOT_PUBLIC: readonly (readonly [network: string, prefix: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]

/** Of IPv6 only 2000::/3 is given out; within it, these carry other addresses inside or are no places. */
const NOT_PUBLIC_IPV6: readonly (readonly [network: string, prefix: number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]

const blocked = new BlockList()
for (const [network, prefix] of NOT_PUBLIC) blocked.addSubnet(network, prefix, 'ipv4')
for (const [network, prefix] of NOT_PUBLIC_IPV6) blocked.addSubnet(network, prefix, 'ipv6')

const givenOut = new BlockList()
givenOut.addSubnet('2000::', 3, 'ipv6')

/** Whether an IP address lies in the public internet. An IPv4 address inside an IPv6 one (::ffff:10.0.0.1) is never public. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0) return false
  if (isIPv6(address)) return givenOut.check(address, 'ipv6') && !blocked.check(address, 'ipv6')
  return !blocked.check(address, 'ipv4')
}
