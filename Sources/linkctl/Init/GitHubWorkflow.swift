extension StarterFile {
  static let githubWorkflow = StarterFile(
    path: ".github/workflows/linkctl.yaml",
    text: """
      # Checks every change of links, shows what it would do, and does it on the main branch.
      #
      #   validate   every change, also from forks: no secrets, no server
      #   preview    branches of this repository: against a committed snapshot, no secrets
      #   plan       the main branch: reads the server, saves the plan and shows it
      #   apply      that very plan, with the secrets of the links, once somebody has approved
      #   drift      every night: is the server still as the main branch says?
      #
      # All but validate are off until the repository has a variable LINKCTL_ENV. To switch them on:
      #   1. Declare the environment in linkctl.yaml, say prod, with 'snapshot: snapshots/prod.json', and
      #      set LINKCTL_ENV to its name.
      #   2. Commit its catalog: linkctl snapshot --env prod --out snapshots/prod.json
      #   3. Make the environment prod-read for the main branch only, with the LINKCTL_PASSWORD of the
      #      target's account. One that may only see links will do: name it by --target there.
      #   4. Make the environment prod for the main branch only, with reviewers, LINKCTL_PASSWORD and
      #      the secrets that the links need ('linkctl secrets' lists them); name those in apply.
      #   5. To have rotated secrets seen, put a key of 'linkctl secrets keygen' into both environments
      #      as LINKCTL_FINGERPRINT_KEY; plan and drift then need the links' secrets as apply does.
      name: linkctl
      on:
        pull_request:
        push:
          branches: [main]
        schedule:
          - cron: "23 4 * * *"
      permissions: {}

      jobs:
        validate:
          if: github.event_name != 'schedule'
          \(machine(minutes: 10))
          \(reading)
          steps:
            - \(checkout)
            # Here, and in each job below, put the linkctl that you have reviewed on the PATH.
            - run: linkctl validate --report github=-
            - run: linkctl fmt --check --diff

        preview:
          needs: validate
          if: >-
            vars.LINKCTL_ENV != '' && github.event_name == 'pull_request'
            && github.event.pull_request.head.repo.full_name == github.repository
          \(machine(minutes: 10))
          \(reading)
          steps:
            - \(checkout)
            - run: >-
                linkctl plan --offline --max-snapshot-age 7d --format markdown
                >> "$GITHUB_STEP_SUMMARY"
              env:
                LINKCTL_ENV: ${{ vars.LINKCTL_ENV }}

        plan:
          needs: validate
          if: >-
            vars.LINKCTL_ENV != '' && github.event_name == 'push'
            && github.ref == 'refs/heads/main'
          \(machine(minutes: 10))
          environment: ${{ vars.LINKCTL_ENV }}-read
          \(reading)
          outputs:
            exit: ${{ steps.plan.outputs.exit }}
          steps:
            - \(checkout)
            # 0: nothing to do, 2: changes to approve; anything else ends the job.
            - id: plan
              run: |
                exit=0
                linkctl plan --out linkctl.plan --format markdown --detailed-exitcode \\
                  >> "$GITHUB_STEP_SUMMARY" || exit=$?
                echo "exit=$exit" >> "$GITHUB_OUTPUT"
                [ "$exit" -eq 0 ] || [ "$exit" -eq 2 ]
              env:
                LINKCTL_ENV: ${{ vars.LINKCTL_ENV }}
                LINKCTL_PASSWORD: ${{ secrets.LINKCTL_PASSWORD }}
                LINKCTL_FINGERPRINT_KEY: ${{ secrets.LINKCTL_FINGERPRINT_KEY }}
            - uses: \(upload)
              with:
                name: linkctl.plan
                path: linkctl.plan
                if-no-files-found: error

        apply:
          needs: plan
          if: needs.plan.outputs.exit == '2'
          \(machine(minutes: 30))
          environment: ${{ vars.LINKCTL_ENV }}
          concurrency:
            group: linkctl-apply
            cancel-in-progress: false
          \(reading)
          steps:
            - \(checkout)
            - uses: \(download)
              with:
                name: linkctl.plan
            # The environment's reviewers have approved this plan; where anything has changed since,
            # nothing is done (exit 4).
            - run: linkctl apply linkctl.plan
              env:
                LINKCTL_ENV: ${{ vars.LINKCTL_ENV }}
                LINKCTL_PASSWORD: ${{ secrets.LINKCTL_PASSWORD }}
                LINKCTL_FINGERPRINT_KEY: ${{ secrets.LINKCTL_FINGERPRINT_KEY }}
                # EXAMPLE_AWS_SECRET_ACCESS_KEY: ${{ secrets.EXAMPLE_AWS_SECRET_ACCESS_KEY }}

        drift:
          if: vars.LINKCTL_ENV != '' && github.event_name == 'schedule'
          \(machine(minutes: 10))
          environment: ${{ vars.LINKCTL_ENV }}-read
          \(reading)
          steps:
            - \(checkout)
            # Ends with 2 where somebody has changed a link by hand since the snapshot was committed.
            - run: |
                linkctl snapshot --out snapshot.json
                linkctl drift --detailed-exitcode --format markdown >> "$GITHUB_STEP_SUMMARY"
              env:
                LINKCTL_ENV: ${{ vars.LINKCTL_ENV }}
                LINKCTL_PASSWORD: ${{ secrets.LINKCTL_PASSWORD }}
                LINKCTL_FINGERPRINT_KEY: ${{ secrets.LINKCTL_FINGERPRINT_KEY }}
            # To be committed in the place of the one before.
            - if: always()
              uses: \(upload)
              with:
                name: snapshot.json
                path: snapshot.json

      """
  )

  // MARK: What jobs have in common, as it stands in them

  private static func machine(minutes: Int) -> String {
    """
    runs-on: ubuntu-24.04
        timeout-minutes: \(minutes)
    """
  }

  private static let reading = """
    permissions:
          contents: read
    """

  private static let checkout = """
    uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2
            with:
              persist-credentials: false
    """
  private static let upload =
    "actions/upload-artifact@ea165f8d65b6e75b540449e92b4886f43607fa02 # v4.6.2"
  private static let download =
    "actions/download-artifact@d3f86a106a0bac45b974a628896c90dbdf5c8093 # v4.3.0"
}
