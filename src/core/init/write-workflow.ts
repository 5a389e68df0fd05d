/** A first workflow: no checkout, no install, and no right that a review does not use. */
export function writeWorkflow(): string {
  return `# Reviews the prompts that a pull request changes. OWNER is whoever keeps the action.
name: promptgate
on:
  pull_request: { types: [opened, synchronize, reopened, labeled, unlabeled] }
  merge_group:
permissions: { contents: read, pull-requests: write, issues: read }
concurrency: { group: "promptgate-\${{ github.ref }}", cancel-in-progress: true }
jobs:
  promptgate:
    runs-on: ubuntu-latest
    steps:
      - uses: OWNER/promptgate@v1
        with:
          api-key: \${{ secrets.OPENAI_API_KEY }}
`;
}
