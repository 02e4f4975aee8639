/**
 * The Merkle tree of RFC 6962 over SHA-256: leaf and node hashes, roots that grow entry by entry, inclusion and consistency proofs.
 * Knows nothing of entries: leaves are bytes. A store keeps the hashes of complete subtrees (or only the frontier) and plans proofs;
 * `createMerkleTree` keeps all in memory. Tested against the vectors of the certificate-transparency project.
 */
export {
  appendLeafHashes,
  createFrontierBuilder,
  EMPTY_FRONTIER,
  headOf,
  type Frontier,
  type FrontierBuilder,
  type TreeHead,
} from './frontier.ts'
export { hashLeaf, hashNode, sameHash, type Hash } from './hashing.ts'
export { createMerkleTree, type MerkleTree } from './merkle-tree.ts'
export {
  assembleProof,
  planConsistencyProof,
  planInclusionProof,
  type NodeAddress,
  type ProofPlan,
} from './proof-plan.ts'
export { verifyConsistency, verifyInclusion } from './verify-proof.ts'
