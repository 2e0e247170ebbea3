/// A file that a new project begins with.
struct StarterFile {
  /// Relative to the project.
  let path: String
  let text: String
  /// What a person has to do where there is such a file already; `nil` for nothing.
  var adviceWhereItExists: String?
}

extension StarterFile {
  static let project = StarterFile(
    path: ProjectLoader.projectFile,
    text: """
      # The project file of linkctl. 'linkctl schema --project-file' describes its keys to an editor.

      # The folder with the manifests.
      manifests: links.d

      # Without environments there is one, 'default', on a sandbox in .linkctl/. To have several, take
      # the '# ' off these lines and write down your own; the committed snapshot of an environment's
      # catalog is what 'plan --offline' and 'drift' go by:
      #
      # environments:
      #   dev:
      #     target: sandbox:.linkctl/dev.db
      #     values: { region: us-east-1 }
      #   prod:
      #     target: sandbox:.linkctl/prod.db
      #     snapshot: snapshots/prod.json
      #     values: { region: us-west-2 }
      #
      # The variables that manifests may refer to:
      #
      # secrets:
      #   allow: ["EXAMPLE_*"]

      """
  )

  static let manifest = StarterFile(
    path: ProjectLoader.manifestFolder + "/example.yaml",
    text: """
      # The links of one database. Every *.yaml below this folder counts; rename and split at will.
      database: example

      links:
        public_files:
          type: S3
          description: A public bucket, which is read without credentials
          config:
            region: us-east-1
          credentials: {}

      # Secrets are referred to, never written down; they are read when a plan is applied:
      #
      #   private_files:
      #     type: S3
      #     config:
      #       region: us-east-1
      #     credentials:
      #       aws_access_key_id: { env: EXAMPLE_AWS_ACCESS_KEY_ID }
      #       aws_secret_access_key: { env: EXAMPLE_AWS_SECRET_ACCESS_KEY }

      """
  )

  static let ignoredFiles = StarterFile(
    path: ".gitignore",
    text: """
      # Sandboxes of linkctl.
      .linkctl/

      """,
    adviceWhereItExists: "see that it has the line .linkctl/"
  )
}
