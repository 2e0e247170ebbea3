internal import LinkCore
